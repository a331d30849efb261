package no.torg.migration;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.events.Tables.DELIVERY;
import static no.torg.db.events.Tables.EVENT;
import static no.torg.db.migration.Tables.RUN;
import static no.torg.db.notifications.Tables.NOTIFICATION;
import static no.torg.db.people.Tables.PERSON;
import static no.torg.migration.SampleLog.HEADER;
import static no.torg.migration.SampleLog.MAPPING;
import static no.torg.migration.SampleLog.RECORDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.migration.Runs.Log;
import no.torg.people.Actor;
import no.torg.people.Forbidden;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs with other columns come in by a mapping alone; what cannot be read is kept aside; the same records make the same figures however they arrive. */
@TorgTest
@Import(Histories.class)
class EventLogTest {

    private static final Actor OPERATOR = Actor.system("operator");

    @TempDir
    private Path folder;
    @Autowired
    private World world;
    @Autowired
    private Histories histories;
    @Autowired
    private Imports imports;
    @Autowired
    private JsonMapper json;
    @Autowired
    private DSLContext db;

    private Path log(String name, List<String> records) {
        return Histories.file(folder, name, HEADER + "\r\n" + String.join("\r\n", records) + "\r\n");
    }

    private Path mapping() {
        return Histories.file(folder, "mapping.yaml", MAPPING);
    }

    private JsonNode figures(Tenant tenant) {
        return json.readTree(histories.kpi(tenant));
    }

    private void noDifference(Tenant tenant) {
        assertThat(histories.said("figures", "check", "--tenant", tenant.slug()).out()).contains("no difference");
    }

    @Test
    void another_log_needs_another_mapping_only() {
        var tenant = histories.tenant("saksbank", "Europe/Oslo");

        var said = histories.bring(tenant, mapping(), log("log.csv", RECORDS));

        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("3 cases new, 9 events new").contains("state \"Rar\", 1 records").contains("channel \"E-post\", 2 records");
        var figures = figures(tenant);
        assertThat(figures.get("state_events").toString()).contains("\"Arbeid\":3").contains("\"Rar\":1");
        assertThat(figures.get("priority_last").toString()).isEqualTo("{\"B\":2}");
        assertThat(figures.get("handed_over").toString()).isEqualTo("{\"incidents\":1,\"hand_overs\":2,\"returned_to_an_earlier_team\":1}");
        assertThat(figures.get("reopened_from_events").asInt()).isEqualTo(1);
        assertThat(figures.get("teams").asInt()).isEqualTo(2);
        assertThat(figures.get("resolved").toString()).contains("\"count\":1").contains("\"hours_mean\":72.0");
        assertThat(figures.get("opened_weekday_hour_peak").get("weekday").asInt()).isEqualTo(2);
        assertThat(figures.get("first_opened").asString()).isEqualTo("2024-03-01T09:00:00");
        assertThat(figures.get("source").toString()).isEqualTo("{\"flyttet_last\":1,\"flyttinger_mean_last\":1.0}");
        noDifference(tenant);
    }

    @Test
    void people_of_the_source_are_not_active_and_nobody_is_told() {
        var tenant = histories.tenant("folk", "Europe/Oslo");
        histories.bring(tenant, mapping(), log("log.csv", RECORDS));
        tenant.run(() -> {
            var named = db.selectFrom(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.NAME.in("Ida", "Per", "Ola", "Kari")).fetch();
            assertThat(named).hasSize(4).allSatisfy(person -> assertThat(person.getActiveTo()).isBefore(Instant.now()));
            assertThat(db.fetchCount(NOTIFICATION, Tenant.owns(NOTIFICATION.TENANT_ID))).isZero();
            assertThat(db.fetchCount(EVENT, Tenant.owns(EVENT.TENANT_ID), EVENT.ORIGIN.eq("import"))).isEqualTo(RECORDS.size());
            assertThat(db.fetchCount(DELIVERY, Tenant.owns(DELIVERY.TENANT_ID))).isZero();
        });
    }

    @Test
    void records_that_cannot_be_read_are_kept_aside_and_stop_nothing() {
        var tenant = histories.tenant("avvist", "Europe/Oslo");
        var records = new ArrayList<>(RECORDS);
        records.add(3, "too;few");
        records.add(5, "77;S9;1;31.02.2024 09:00:00;Ida;x;Per;-;Ny;A;Telefon;Drift;0");
        records.add("78;S9;1;01.02.2024 09:00:00;Ida;x;Per;-;Ny;A;Telefon;Drift;mange");
        records.add("79;-;1;01.02.2024 09:00:00;Ida;x;Per;-;Ny;A;Telefon;Drift;0");
        records.add("81;S9;1;01.02.2024 09:00:00;Ida;x;Per;-;Ny;A;Telefon;\"To\nlinjer\";0");
        records.add("80;S9;1;01.02.2024 09:00:00;Ida;\"never ends;Per;-;Ny;A;Telefon;Drift;0");
        var log = log("log.csv", records);

        var check = histories.bring(tenant, mapping(), log, "--check");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).contains("Record 4 does not have as many values as the header: 2, not 13: too;few").contains("31.02.2024").contains("has no number in flytt: mange")
                .contains("has nothing in sak").contains("quotes do not fit").contains("9 can be read, 6 cannot");
        assertThat(figures(tenant).get("events").asInt()).isZero();

        var said = histories.bring(tenant, mapping(), log);
        assertThat(said.out()).contains("3 cases new, 9 events new, 0 there already, 6 rejected").contains("Record 6 has a time in tid that cannot be read: 31.02.2024 09:00:00");
        assertThat(figures(tenant).get("events").asInt()).isEqualTo(9);
    }

    @Test
    void the_same_records_make_the_same_figures_however_they_arrive() {
        var whole = histories.tenant("hel", "Europe/Oslo");
        histories.bring(whole, mapping(), log("whole.csv", RECORDS));
        var expected = figures(whole);
        var random = new Random(7);
        for (int round = 0; round < 4; round++) {
            var tenant = histories.tenant("del-" + (char) ('a' + round), "Europe/Oslo");
            var mixed = new ArrayList<>(RECORDS);
            Collections.shuffle(mixed, random);
            histories.bring(tenant, mapping(), log("a.csv", mixed.subList(0, 2 + round)));
            histories.bring(tenant, mapping(), log("b.csv", mixed.subList(1, 6)));
            assertThat(histories.bring(tenant, mapping(), log("c.csv", mixed)).err()).isEmpty();

            assertThat(figures(tenant)).as(mixed.toString()).isEqualTo(expected);
            noDifference(tenant);
        }
    }

    /** A case that was opened again may keep the times of its first end. */
    @Test
    void whether_a_case_has_ended_is_for_its_state_to_say_and_when_for_its_times() throws Exception {
        var tenant = histories.tenant("gjenaapnet", "Europe/Oslo");
        var mapping = Histories.file(folder, "ends.yaml", MAPPING.replace("requester: innmelder,", "requester: innmelder, resolved: loest, closed: lukket,"));
        var records = List.of(
                "1;S1;1;01.03.2024 09:00:00;Ida;x;Per;-;Ny;A;Telefon;Drift;0;-;-", "2;S1;2;01.03.2024 11:00:00;Ida;x;Per;-;Lukket;A;Telefon;Drift;0;01.03.2024 10:00:00;01.03.2024 11:00:00",
                "3;S1;3;02.03.2024 09:00:00;Ida;x;Per;-;Arbeid;A;Telefon;Drift;0;01.03.2024 10:00:00;01.03.2024 11:00:00",
                "4;S2;1;01.03.2024 09:00:00;Ida;x;Per;-;Ferdig;A;Telefon;Drift;0;01.03.2024 10:00:00;01.03.2024 11:00:00",
                "5;S3;1;01.03.2024 09:00:00;Ida;x;Per;-;Lukket;A;Telefon;Drift;0;01.03.2024 12:00:00;01.03.2024 13:00:00",
                "6;S4;1;01.03.2024 09:00:00;Ida;x;Per;-;Lukket;A;Telefon;Drift;0;-;-");

        histories.bring(tenant, mapping, Histories.file(folder, "ends.csv", HEADER + ";loest;lukket\n" + String.join("\n", records)));

        var figures = figures(tenant);
        assertThat(figures.get("resolved").get("count").asInt()).as("S2 and S3").isEqualTo(2);
        assertThat(figures.get("resolved").get("hours_mean").asDouble()).isEqualTo(2);
        assertThat(figures.get("closed").get("count").asInt()).as("S3").isEqualTo(1);
        noDifference(tenant);
        assertThat(histories.said("replay", "--tenant", tenant.slug()).out()).contains("no difference");
        assertThat(tenant.<Integer>call(() -> db.fetchCount(CASE_FILE, Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.RESOLVED_AT.isNull()))).as("S1 is open").isEqualTo(1);
    }

    @Test
    void an_import_that_was_broken_off_goes_on_where_it_stopped() throws Exception {
        var tenant = histories.tenant("avbrutt", "Europe/Oslo");
        var log = log("log.csv", RECORDS);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(log)));
        tenant.call(() -> {
            var id = imports.begin(OPERATOR, MAPPING, new Log("log.csv", hash, null), null);
            imports.read(OPERATOR, id, Files.newInputStream(log), run -> { });
            imports.work(OPERATOR, id, run -> { }, () -> false);
            return null;
        });
        assertThat(figures(tenant).get("events").asInt()).isZero();

        var said = histories.bring(tenant, mapping(), log);

        assertThat(said.out()).contains("goes on where it stopped").contains("3 cases new, 9 events new, 0 there already");
        assertThat(figures(tenant).get("events").asInt()).isEqualTo(9);
    }

    @Test
    void an_import_begun_before_there_were_lanes_goes_on_where_it_stood() throws Exception {
        var tenant = histories.tenant("uten-baner", "Europe/Oslo");
        var log = log("log.csv", RECORDS);
        var done = tenant.call(() -> {
            var id = imports.begin(OPERATOR, MAPPING, new Log("log.csv", null, null), null);
            imports.read(OPERATOR, id, Files.newInputStream(log), run -> { });
            db.update(RUN).set(RUN.WORKED_TO, "S1").where(Tenant.owns(RUN.TENANT_ID), RUN.ID.eq(id)).execute();
            imports.work(OPERATOR, id, run -> { }, () -> true);
            return imports.get(OPERATOR, id);
        });

        assertThat(done.state()).isEqualTo("done");
        assertThat(done.counts().cases()).isEqualTo(2);
    }

    @Test
    void a_mapping_that_does_not_fit_is_refused_with_all_that_is_wrong() {
        var tenant = histories.tenant("galt", "Europe/Oslo");
        var wrong = Histories.file(folder, "wrong.yaml", MAPPING.replace("Ny: new", "Ny: nyest").replace("zone: Europe/Oslo", "zone: Mars").replace("none: Uten gruppe", "none: ' '").replace("key: [id], ", ""));
        assertThat(histories.bring(tenant, wrong, log("log.csv", RECORDS)).err()).contains("line ").contains("Ny becomes nyest").contains("zone must name").contains("on one line").contains("its key");
        var lacking = Histories.file(folder, "lacking.yaml", MAPPING.replace("column: hast", "column: prioritet"));
        assertThat(histories.bring(tenant, lacking, log("log.csv", RECORDS)).err()).contains("The file has no column prioritet.");
        assertThat(figures(tenant).get("events").asInt()).isZero();
    }

    @Test
    void nobody_else_may_import() {
        assertThat(world.at("fjordvik:", () -> {
            try {
                imports.begin(world.actor("kari-lunde"), MAPPING, new Log("x", null, null), UUID.randomUUID());
                return "let in";
            } catch (Forbidden forbidden) {
                return "forbidden";
            }
        })).isEqualTo("forbidden");
    }
}
