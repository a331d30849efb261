package no.torg.migration;

import static no.torg.db.migration.Tables.RUN;
import static no.torg.db.migration.Tables.STAGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import no.torg.TorgTest;
import no.torg.migration.Runs.Log;
import no.torg.migration.Runs.Run;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** An import that nobody goes on with ends and is cleared; one that works is left alone; and a slow sender that was given up adds nothing afterwards. */
@TorgTest
@Import(Histories.class)
class BrokenImportsTest {

    private static final Actor OPERATOR = Actor.system("operator");
    private static final Duration LONG = Duration.ofDays(7);
    /** More than are kept at once, so that there is something to clear when the sender stops. */
    private static final int RECORDS = 9_000;

    @TempDir
    private Path folder;
    @Autowired
    private Histories histories;
    @Autowired
    private Imports imports;
    @Autowired
    private Runs runs;
    @Autowired
    private Remains remains;
    @Autowired
    private DSLContext db;

    private static String log() {
        var lines = new ArrayList<>(List.of(SampleLog.HEADER));
        for (int i = 1; i <= RECORDS; i++) {
            lines.add("%d;S%d;1;01.03.2024 09:00:00;Ida;Nøkler;Per;-;Ny;A;Telefon;Drift;0".formatted(i, i));
        }
        return String.join("\n", lines) + "\n";
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private UUID begun(String hash) {
        return imports.begin(OPERATOR, SampleLog.MAPPING, new Log("log.csv", hash, null), null);
    }

    private int staged() {
        return db.fetchCount(STAGED, Tenant.owns(STAGED.TENANT_ID));
    }

    private Run get(UUID id) {
        return imports.get(OPERATOR, id);
    }

    private void endedLongAgo() {
        db.update(RUN).set(RUN.ENDED_AT, Instant.now().minus(Remains.QUIET).minusSeconds(1)).where(Tenant.owns(RUN.TENANT_ID), RUN.ENDED_AT.isNotNull()).execute();
    }

    @Test
    void what_was_staged_for_an_import_that_is_done_is_taken_away_though_that_was_broken_off() throws Exception {
        var tenant = histories.tenant("rester", "Europe/Oslo");
        histories.bring(tenant, Histories.file(folder, "m.yaml", SampleLog.MAPPING), Histories.file(folder, "log.csv", SampleLog.HEADER + "\n" + String.join("\n", SampleLog.RECORDS)));
        tenant.run(() -> {
            var id = runs.newest(1).getFirst().id();
            db.insertInto(STAGED).set(STAGED.TENANT_ID, tenant.id()).set(STAGED.RUN_ID, id).set(STAGED.CASE_KEY, "X").set(STAGED.N, 99L).set(STAGED.LINE, "x").execute();

            imports.tidy(OPERATOR);

            assertThat(staged()).isZero();
        });
    }

    @Test
    void one_that_nobody_reads_on_is_given_up_with_the_reason_and_cleared() {
        histories.tenant("borte", "Europe/Oslo").run(() -> {
            var sent = begun(null);
            var given = begun("hash");
            imports.broke(OPERATOR, begun("other"), "file");
            assertThatThrownBy(() -> imports.read(OPERATOR, sent, new Stopping(log(), () -> { }), run -> { })).hasMessage("gone");
            assertThat(staged()).isPositive();
            remains.giveUp(Duration.ofMinutes(1), LONG);
            assertThat(get(sent).state()).as("it was touched now").isEqualTo("reading");

            remains.giveUp(Duration.ZERO, LONG);
            imports.tidy(OPERATOR);

            assertThat(get(sent).state()).isEqualTo("broken");
            assertThat(get(sent).why()).isEqualTo("gone");
            assertThat(get(given).state()).as("the same file may be given again").isEqualTo("reading");
            assertThat(staged()).as("somebody may be in the middle of it").isPositive();
            endedLongAgo();
            imports.tidy(OPERATOR);
            assertThat(staged()).isZero();
            remains.giveUp(Duration.ZERO, Duration.ZERO);
            assertThat(get(given).state()).isEqualTo("broken");
        });
    }

    @Test
    void a_slow_sender_that_was_given_up_adds_nothing_afterwards() {
        histories.tenant("treg", "Europe/Oslo").run(() -> {
            var id = begun(null);
            var slow = new Stopping(log(), () -> {
                remains.giveUp(Duration.ZERO, LONG);
                endedLongAgo();
                imports.tidy(OPERATOR);
            });
            slow.goOn = true;

            assertThatThrownBy(() -> imports.read(OPERATOR, id, slow, run -> { })).isInstanceOf(Refused.class);

            assertThat(get(id).state()).isEqualTo("broken");
            assertThat(staged()).isZero();
            imports.work(OPERATOR, id, run -> { }, () -> true);
            assertThat(get(id).counts().cases()).isZero();
        });
    }

    @Test
    void two_who_read_the_same_import_keep_no_record_twice() {
        histories.tenant("to-lesere", "Europe/Oslo").run(() -> {
            var id = begun("hash");
            var first = new Stopping(log(), () -> {
                await().pollInSameThread().until(() -> get(id).readTo() > 0);
                imports.read(OPERATOR, id, bytes(log()), run -> { });
            });
            first.goOn = true;

            assertThatThrownBy(() -> imports.read(OPERATOR, id, first, run -> { })).isInstanceOf(Refused.class);

            assertThat(get(id).state()).isEqualTo("working");
            assertThat(get(id).counts().rows()).isEqualTo(RECORDS);
            assertThat(staged()).isEqualTo(RECORDS);
        });
    }

    @Test
    void a_new_run_of_the_same_file_takes_the_place_of_one_that_is_dead_and_of_no_other() throws Exception {
        var tenant = histories.tenant("avloest", "Europe/Oslo");
        var dead = tenant.call(() -> begun("hash"));
        var alive = tenant.call(() -> begun("hash"));
        tenant.run(() -> db.update(RUN).set(RUN.TOUCHED_AT, Instant.now().minusSeconds(60)).where(Tenant.owns(RUN.TENANT_ID), RUN.ID.eq(dead)).execute());

        tenant.run(() -> begun("hash"));

        assertThat(tenant.call(() -> get(dead)).why()).isEqualTo("replaced");
        assertThat(tenant.call(() -> get(alive)).state()).isEqualTo("reading");
    }

    @Test
    void a_trial_is_forgotten_with_all_it_found() {
        histories.tenant("glemt", "Europe/Oslo").run(() -> {
            var id = imports.tryOut(OPERATOR, SampleLog.MAPPING, new Log("log.csv", null, null));
            imports.read(OPERATOR, id, bytes(log() + "too;few\n"), run -> { });
            assertThat(get(id).state()).isEqualTo("tried");
            assertThat(staged()).isEqualTo(Imports.FIRST);
            assertThat(imports.rejected(OPERATOR, id, 0, 10)).hasSize(1);
            imports.work(OPERATOR, id, run -> { }, () -> true);
            assertThat(get(id).counts().cases()).isZero();
            remains.forget(Duration.ofMinutes(1));
            assertThat(runs.newest(10)).hasSize(1);

            remains.forget(Duration.ZERO);

            assertThat(runs.newest(10)).isEmpty();
            assertThat(staged()).isZero();
        });
    }

    @Test
    void what_cannot_be_kept_long_lies_where_nobody_else_looks() throws Exception {
        var incoming = new Incoming(new MigrationSettings(folder.resolve("in")));
        var id = UUID.randomUUID();
        incoming.sweep(Duration.ZERO);
        incoming.keep(id, bytes("x"));
        var other = UUID.randomUUID();

        assertThat(incoming.hand(id, other)).isTrue();
        assertThat(incoming.hand(id, other)).isFalse();
        assertThat(incoming.find(id)).isEmpty();
        assertThat(Files.getPosixFilePermissions(folder.resolve("in"))).hasSize(3);
        incoming.sweep(Duration.ofDays(1));
        assertThat(incoming.find(other)).isPresent();
        incoming.sweep(Duration.ofSeconds(-1));
        assertThat(incoming.find(other)).isEmpty();
    }

    /** A file in whose middle something happens, and which then goes on or breaks off. */
    private static final class Stopping extends InputStream {

        private final byte[] bytes;
        private final Runnable middle;
        private boolean goOn;
        private int at;

        Stopping(String text, Runnable middle) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
            this.middle = middle;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == bytes.length) {
                return -1;
            }
            // when 4,000 records have been kept, and more are on their way
            var half = bytes.length * 2 / 3;
            if (at == half) {
                middle.run();
                if (!goOn) {
                    throw new IllegalStateException("gone");
                }
            }
            var many = Math.min(length, at < half ? half - at : bytes.length - at);
            System.arraycopy(bytes, at, into, from, many);
            at += many;
            return many;
        }
    }
}
