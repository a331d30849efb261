package no.torg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs of other kinds: what was done instead of how a case stood, only what changed, a state in two columns, records without a key, times as people write them. */
@TorgTest
@Import(Histories.class)
class OtherLogsTest {

    static final String ACTIVITIES = """
            format: 1
            scheme: activities
            file: {separator: ";"}
            dates: {formats: ["dd-MM-yyyy HH:mm:ss"], zone: Europe/Amsterdam}
            event: {case: Incident ID, key: [IncidentActivity_Number], order: [DateStamp, IncidentActivity_Number], at: DateStamp}
            case: {title: "{Incident ID} {Service}"}
            state: {column: IncidentActivity_Type, values: {Open: new, Assignment: in-progress, Closed: closed, Reopen: in-progress}, others: unchanged}
            team: {column: Assignment Group}
            priority: {column: Priority, values: {"1": 1, "2": 2}}
            fields: {Service: Service, Code: Code}
            carried: [priority, team, title, fields]
            """;
    private static final String HEADER = "Incident ID;DateStamp;IncidentActivity_Number;IncidentActivity_Type;Assignment Group;Priority;Service;Code";
    private static final List<String> RECORDS = List.of(
            "IM1;07-01-2013 08:17:17;1;Open;TEAM1;1;Mail;",
            "IM1;07-01-2013 08:20:00;2;Assignment;TEAM2;;;",
            "IM1;07-01-2013 09:00:00;3;Operator Update;;;;A7",
            "IM1;08-01-2013 09:00:00;4;Closed;;;;",
            "IM1;08-01-2013 09:00:01;5;Caused By CI;;;;",
            "IM2;09-01-2013 10:00:00;1;Quality Indicator;TEAM1;2;Print;",
            "IM2;09-01-2013 11:00:00;2;Update;;1;;");

    private static final String STANDINGS = """
            format: 1
            scheme: standings
            file: {separator: ";", missing: "none"}
            dates: {formats: iso, zone: UTC}
            event: {case: SR Number, key: [SR Number, Change Date, Change Time, Status, Sub Status], order: [Change Date, Change Time], at: [Change Date, Change Time], by: [First, Last], duplicates: keep}
            state:
              column: [Status, Sub Status]
              values: {Accepted / In Progress: in-progress, Queued / Awaiting Assignment: new, Accepted / Wait - User: waiting-for-requester, Completed / Closed: closed}
            team: {column: [Involved ST, Country]}
            """;
    private static final String STANDING_HEADER = "SR Number;Change Date;Change Time;Status;Sub Status;Involved ST;Country;First;Last";
    private static final List<String> STANDING_RECORDS = List.of(
            "1-364;2010-03-31;16:59:42+01:00;Accepted;In Progress;A2_4;se;Frederic;Olsen",
            "1-364;2010-03-31;17:45:48+01:00;Queued;Awaiting Assignment;A2_5;se;Frederic;none",
            "1-364;2010-03-31;17:45:48+01:00;Queued;Awaiting Assignment;A2_5;se;Anne;none",
            "1-364;2010-03-31;17:45:48+01:00;Queued;Awaiting Assignment;A2_5;se;Anne;none",
            "1-364;2010-04-06;16:44:07+02:00;Completed;Closed;A2_5;none;Anne;none");

    @TempDir
    private Path folder;
    @Autowired
    private World world;
    @Autowired
    private Histories histories;
    @Autowired
    private JsonMapper json;
    @Autowired
    private DSLContext db;

    private Histories.Said bring(Tenant tenant, String mapping, String header, List<String> records, String... more) {
        return histories.bring(tenant, Histories.file(folder, "mapping.yaml", mapping), Histories.file(folder, "log.csv", header + "\n" + String.join("\n", records) + "\n"), more);
    }

    private JsonNode figures(Tenant tenant) {
        return json.readTree(histories.kpi(tenant));
    }

    private JsonNode theCase(Tenant tenant, String title) throws Exception {
        return json.readTree(tenant.call(() -> db.fetchOne("select to_jsonb(c) from cases.case_file c where tenant_id = ? and title ->> 'en' like ?", tenant.id(), title + "%").get(0, String.class)));
    }

    @Test
    void a_log_of_what_was_done_leaves_open_how_the_case_stands() throws Exception {
        var tenant = histories.tenant("gjoremal", "Europe/Amsterdam");

        var said = bring(tenant, ACTIVITIES, HEADER, RECORDS);

        assertThat(said.out() + said.err()).contains("2 cases new, 7 events new, 0 there already, 0 rejected");
        var closed = theCase(tenant, "IM1");
        assertThat(closed.get("state").asString()).isEqualTo("closed");
        assertThat(closed.get("closed_at").asString()).startsWith("2013-01-08T08:00:00");
        assertThat(closed.get("priority").asInt()).isEqualTo(1);
        assertThat(closed.get("title").get("nb").asString()).isEqualTo("IM1 Mail");
        assertThat(closed.get("fields").toString()).contains("\"Service\": \"Mail\"".replace(": ", ":")).contains("A7");
        assertThat(closed.get("reopenings").asInt()).isZero();
        assertThat(closed.get("hand_overs").asInt()).isEqualTo(1);
        var open = theCase(tenant, "IM2");
        assertThat(open.get("state").asString()).isEqualTo("new");
        assertThat(open.get("sub_state").isNull()).isTrue();
        var figures = figures(tenant);
        assertThat(figures.get("state_events").toString()).contains("\"Closed\":2").contains("\"Assignment\":2");
        assertThat(histories.said("figures", "check", "--tenant", tenant.slug()).out()).contains("no difference");
        assertThat(histories.said("replay", "--tenant", tenant.slug()).code()).isZero();
    }

    @Test
    void what_comes_between_later_is_carried_on_too() throws Exception {
        var whole = histories.tenant("gjoremal-hel", "Europe/Amsterdam");
        bring(whole, ACTIVITIES, HEADER, RECORDS);
        var parts = histories.tenant("gjoremal-del", "Europe/Amsterdam");

        bring(parts, ACTIVITIES, HEADER, List.of(RECORDS.get(0), RECORDS.get(2), RECORDS.get(4), RECORDS.get(6)));
        assertThat(theCase(parts, "IM1").get("state").asString()).isEqualTo("new");
        bring(parts, ACTIVITIES, HEADER, List.of(RECORDS.get(1), RECORDS.get(3), RECORDS.get(5)));

        assertThat(figures(parts)).isEqualTo(figures(whole));
        for (var column : List.of("state", "fields", "title", "priority", "closed_at", "hand_overs")) {
            assertThat(theCase(parts, "IM1").get(column)).as(column).isEqualTo(theCase(whole, "IM1").get(column));
        }
        assertThat(theCase(parts, "IM2").get("fields")).isEqualTo(theCase(whole, "IM2").get("fields"));
        assertThat(histories.said("figures", "check", "--tenant", parts.slug()).out()).contains("no difference");
    }

    @Test
    void several_columns_are_read_as_one_and_records_without_a_key_are_told_apart() throws Exception {
        var tenant = histories.tenant("standplass", "UTC");

        assertThat(bring(tenant, STANDINGS, STANDING_HEADER, STANDING_RECORDS).out()).contains("1 cases new, 5 events new, 0 there already, 0 rejected");
        assertThat(bring(tenant, STANDINGS, STANDING_HEADER, STANDING_RECORDS).out()).contains("0 cases new, 0 events new, 5 there already, 0 rejected");

        assertThat(figures(tenant).get("state_events").toString()).contains("\"Queued / Awaiting Assignment\":3").contains("\"Completed / Closed\":1");
        assertThat(theCase(tenant, "1-364").get("closed_at").asString()).startsWith("2010-04-06T14:44:07");
        assertThat(tenant.call(() -> db.fetchValues("select name from people.team where tenant_id = ? and name like 'A2%' order by name", tenant.id())).toString())
                .isEqualTo("[A2_4 / se, A2_5, A2_5 / se]");
        assertThat(tenant.call(() -> db.fetchValues("select name from people.person where tenant_id = ? and name like 'Frederic%' order by name", tenant.id())).toString())
                .isEqualTo("[Frederic, Frederic Olsen]");
    }

    @Test
    void one_that_has_the_key_of_another_and_says_something_else_is_kept_aside() {
        var tenant = histories.tenant("nokkel", "UTC");
        var mapping = STANDINGS.replace(", duplicates: keep", "");

        var said = bring(tenant, mapping, STANDING_HEADER, STANDING_RECORDS);

        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("3 events new, 0 there already, 2 rejected").contains("Record 3 has the same key as record 2 and says something else");
        assertThat(bring(tenant, mapping, STANDING_HEADER, List.of(STANDING_RECORDS.get(0), STANDING_RECORDS.get(0))).out()).contains("0 events new, 2 there already, 0 rejected");
    }

    @Test
    void what_a_mapping_says_of_it_is_checked() {
        var tenant = histories.tenant("galt-sagt", "UTC");
        var wrong = ACTIVITIES.replace("carried: [priority", "carried: [hast").replace("others: unchanged", "others: uendret").replace("at: DateStamp", "at: DateStamp, duplicates: maybe")
                .replace("zone:", "language: tlh, zone:");
        assertThat(bring(tenant, wrong, HEADER, RECORDS).err()).contains("carried: hast is none of").contains("state: others must be one of").contains("unchanged")
                .contains("duplicates must be merge or keep").contains("language, in which");
        assertThat(bring(tenant, STANDINGS.replace("Involved ST, Country", "Involved ST, Land"), STANDING_HEADER, STANDING_RECORDS).err()).contains("The file has no column Land.");
    }

    @Test
    void times_are_read_as_people_write_them() {
        assertThat(read("MM/dd/yyyy hh:mm a", "01/31/2024 02:05 pm", "en")).isEqualTo("2024-01-31T13:05:00Z");
        assertThat(read("dd-MMM-yyyy HH:mm:ss", "31-JAN-2024 14:05:00", "en")).isEqualTo("2024-01-31T13:05:00Z");
        assertThat(read("d. MMMM yyyy HH:mm", "3. Mai 2024 14:05", "nb")).isEqualTo("2024-05-03T12:05:00Z");
        assertThat(read("yyyy-MM-dd HH:mm VV", "2024-01-31 14:05 America/New_York", "en")).isEqualTo("2024-01-31T19:05:00Z");
        assertThat(read("iso", "2010-03-31 16:59:42+01:00", "en")).isEqualTo("2010-03-31T15:59:42Z");
        assertThat(read("dd.MM.yyyy", "31.02.2024", "en")).isEqualTo("null");
    }

    private static String read(String format, String text, String language) {
        return String.valueOf(new Times(new Mapping.Dates(List.of(format), ZoneId.of("Europe/Oslo"), Locale.forLanguageTag(language))).read(text));
    }

    /** A case page tells the words of the source, and not what a record left as it was. */
    @Test
    void the_history_tells_what_the_source_says() throws Exception {
        var tenant = histories.tenant("gjoremal-lest", "Europe/Amsterdam");
        bring(tenant, ACTIVITIES, HEADER, RECORDS);
        var admin = tenant.call(() -> db.fetchOne("select id from people.person where tenant_id = ? and mail = ?", tenant.id(), "adm@" + tenant.slug() + ".no").get(0, UUID.class));
        var number = theCase(tenant, "IM1").get("number").asString();

        var page = world.browser(tenant, admin).get("/work/cases/" + number + "/history").body().replaceAll("(?s)^.*<main|<[^>]*>", " ").replaceAll("\\s+", " ");

        assertThat(page).contains("kommer fra: Operator Update").contains("kommer fra: Caused By CI").contains("Assignment → Closed").contains("TEAM1 → TEAM2").doesNotContain("→ No team");
    }
}
