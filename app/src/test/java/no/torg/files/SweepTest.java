package no.torg.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.Files.setLastModifiedTime;
import static no.torg.db.files.Tables.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is thrown away after a day, and what is not: what is used, what a begun form names, and what has just come. */
@TorgTest
class SweepTest {

    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofHours(25));

    @Autowired
    private World world;

    @Autowired
    private Uploads uploads;

    @Autowired
    private Sweep sweep;

    @Autowired
    private FilesSettings settings;

    @Autowired
    private DSLContext db;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void sweeps_what_nobody_used_within_a_day_and_nothing_else() throws IOException {
        var unused = received("Ingen brukte denne", LONG_AGO);
        var young = received("Denne er ny", Instant.now());
        var used = received("Denne er brukt", LONG_AGO);
        var begun = received("Denne er i en kladd", LONG_AGO);
        world.at("fjordvik:", () -> new TransactionTemplate(transactions).execute(
            status -> uploads.use(world.actor("ingrid-hauge"), List.of(used.id()), UUID.randomUUID())));
        world.at("fjordvik:", () -> db.execute("insert into cases.request_draft (id, person_id, service_id, given) select gen_random_uuid(), ?, id, "
            + "jsonb_build_object('attachments', jsonb_build_array(?::text)) from catalog.service where slug = 'it-service-desk'",
            world.person("oda-myhre"), begun.id().toString()));

        world.at("fjordvik:", sweep::rows);
        assertThat(rows(unused, young, used, begun)).containsExactlyInAnyOrder(young.id(), used.id(), begun.id());
        world.at("fjordvik:", sweep::bytes);
        assertThat(place(unused)).doesNotExist();
        assertThat(List.of(place(young), place(used), place(begun))).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void what_drafts_keep_does_not_stand_in_the_way_and_what_was_thrown_away_goes() throws IOException {
        world.at("fjordvik:", () -> db.execute("delete from cases.request_draft where person_id = ? and service_id = (select id from catalog.service where slug = 'report-idea')", world.person("oda-myhre")));
        world.at("fjordvik:", () -> db.execute("with sent as (insert into files.upload (tenant_id, id, hash, name, media_type, size, person_id, at) select s.tenant_id, "
            + "('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, repeat('a', 64), 'fil.txt', 'text/plain', 1, ?, now() - interval '3 days' "
            + "from catalog.service s, generate_series(1, 600) n where s.slug = 'report-idea' returning id, person_id) "
            + "insert into cases.request_draft (id, person_id, service_id, given) select gen_random_uuid(), (select person_id from sent limit 1), s.id, "
            + "jsonb_build_object('attachments', (select jsonb_agg(id) from sent)) from catalog.service s where s.slug = 'report-idea'", world.person("oda-myhre")));
        var unused = received("Etter seks hundre", LONG_AGO);
        var forgotten = UUID.fromString("00000000-0000-7000-8000-000000000007");
        world.at("fjordvik:", () -> {
            uploads.forget(world.actor("oda-myhre"), forgotten);
            return null;
        });
        world.at("fjordvik:", sweep::rows);
        assertThat(rows(unused)).isEmpty();
        assertThat(world.<Integer>at("fjordvik:", () -> db.fetchCount(UPLOAD, UPLOAD.HASH.eq("a".repeat(64))))).isEqualTo(599);
        world.at("fjordvik:", () -> {
            db.execute("delete from cases.request_draft where given::text like '%-7000-8000-000000000001%'");
            return db.deleteFrom(UPLOAD).where(UPLOAD.HASH.eq("a".repeat(64))).execute();
        });
    }

    private List<UUID> rows(Upload... asked) {
        var ids = List.of(asked).stream().map(Upload::id).toList();
        return world.at("fjordvik:", () -> db.select(UPLOAD.ID).from(UPLOAD).where(UPLOAD.ID.in(ids)).fetch(UPLOAD.ID));
    }

    private Upload received(String text, Instant at) throws IOException {
        var upload = world.at("fjordvik:", () -> {
            var sent = uploads.receive(world.actor("ingrid-hauge"), new ByteArrayInputStream(text.getBytes(UTF_8)), "fil.txt");
            db.update(UPLOAD).set(UPLOAD.AT, at).where(UPLOAD.ID.eq(sent.id())).execute();
            return sent;
        });
        setLastModifiedTime(place(upload), FileTime.from(at));
        return upload;
    }

    private Path place(Upload upload) {
        return settings.folder().resolve(world.at("fjordvik:", () -> Integer.toString(Tenant.current().id()))).resolve(upload.hash().substring(0, 2)).resolve(upload.hash());
    }
}
