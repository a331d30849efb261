package no.torg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import no.torg.TorgTest;
import no.torg.migration.Histories.Said;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs as other systems write them out: one change a row, one case a row, other clocks, separators and letters. What does not fit says what to do. */
@TorgTest
@Import(Histories.class)
class OddLogsTest {

    /** A change a row, and in a column what of; milliseconds since 1970; no column for the order. */
    private static final String CHANGES = """
            format: 1
            scheme: sporing
            service: {key: sporing, kind: inquiry, name: Sporing}
            dates: {formats: [epoch-millis], zone: UTC}
            event: {case: Key, key: [Change], at: Changed, by: Author}
            case: {title: "{Key} {Summary}", opened: Created, handler: {column: To, when: {Field: assignee}}}
            state: {column: To, when: {Field: [status, resolution]}, values: {To Do: new, In Progress: in-progress, Done: closed}}
            priority: {column: To, when: {Field: priority}, values: {High: 2, Low: 4}}
            team: {column: To, when: {Field: team}, none: Uten team}
            """;
    private static final List<String> CHANGE_RECORDS = List.of("Key,Change,Summary,Created,Changed,Author,Field,From,To",
            "P-1,12,Printer,1709280000000,1709290000000,Ann,status,To Do,In Progress", "P-1,11,Printer,1709280000000,1709285000000,Ann,assignee,,Bob",
            "P-1,13,Printer,1709280000000,1709295000000,Bob,priority,Low,High", "P-1,14,Printer,1709280000000,1709296000000,Bob,team,,Verksted",
            "P-1,15,Printer,1709280000000,1709300000000,Bob,labels,,hurry", "P-2,16,Door,1709280000000,1709310000000,Bob,status,In Progress,Done");

    /** A case a row: what happened last is when it happened. */
    private static final String CASES = """
            format: 1
            scheme: saksliste
            service: {key: saksliste, kind: inquiry, name: Saksliste}
            file: {separator: ";", encoding: windows-1252}
            dates: {formats: [dd.MM.yyyy HH:mm, "M/d/yyyy h:mm a"], zone: Europe/Oslo}
            event: {case: Nr, key: [Nr], at: {first: [Lukket, Løst, Opprettet]}}
            case: {title: "{Emne}", opened: Opprettet, resolved: Løst, closed: Lukket}
            state: {column: Tilstand, values: {Åpen: new, Løst: resolved, Lukket: closed}}
            """;
    private static final List<String> CASE_RECORDS = List.of("Nr;Emne;Opprettet;Løst;Lukket;Tilstand", "1;\"Søppel\nfor \"\"høyt\"\"\";01.03.2024 09:00;02.03.2024 09:00;03.03.2024 09:00;Lukket",
            "2;Vei;3/1/2024 1:30\u00a0PM;3/1/2024 2:30 PM;;Løst", "3;Lys;01.03.2024 09:00;;;Åpen");

    @TempDir
    private Path folder;
    @Autowired
    private Histories histories;
    @Autowired
    private JsonMapper json;
    @Autowired
    private DSLContext db;

    private Said bring(Tenant tenant, String mapping, List<String> lines, String charset, String... more) {
        try {
            var file = Files.write(folder.resolve("odd.csv"), (String.join("\r\n", lines) + "\r\n").getBytes(Charset.forName(charset)));
            return histories.bring(tenant, Histories.file(folder, "odd.yaml", mapping), file, more);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private JsonNode theCase(Tenant tenant, String title) throws Exception {
        return json.readTree(tenant.call(() -> db.fetchOne("select to_jsonb(c) from cases.case_file c where tenant_id = ? and title ->> 'en' like ?", tenant.id(), title + "%").get(0, String.class)));
    }

    @Test
    void a_row_tells_one_change_and_leaves_the_rest_as_it_was() throws Exception {
        var tenant = histories.tenant("endringer", "UTC");

        var said = bring(tenant, CHANGES, CHANGE_RECORDS, "UTF-8");

        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("2 cases new, 6 events new").doesNotContain("Not named");
        var printer = theCase(tenant, "P-1");
        assertThat(printer.get("state").asString()).isEqualTo("in-progress");
        assertThat(printer.get("priority").asInt()).isEqualTo(2);
        assertThat(tenant.call(() -> db.fetchValue("select name from people.person where tenant_id = ? and id = ?::uuid", tenant.id(), printer.get("handler_id").asString()))).isEqualTo("Bob");
        assertThat(tenant.call(() -> db.fetchValue("select name from people.team where tenant_id = ? and id = ?::uuid", tenant.id(), printer.get("team_id").asString()))).isEqualTo("Verksted");
        assertThat(theCase(tenant, "P-2").get("closed_at").asString()).startsWith("2024-03-01T16:20:00");
        assertThat(histories.said("figures", "check", "--tenant", tenant.slug()).out()).contains("no difference");
        assertThat(histories.said("replay", "--tenant", tenant.slug()).out()).contains("no difference");
    }

    @Test
    void a_row_tells_a_whole_case_and_happened_when_the_last_of_it_did() throws Exception {
        var tenant = histories.tenant("saksliste", "Europe/Oslo");

        var said = bring(tenant, CASES, CASE_RECORDS, "windows-1252");

        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("3 cases new, 3 events new, 0 there already, 0 rejected");
        assertThat(theCase(tenant, "Søppel").get("title").get("nb").asString()).isEqualTo("Søppel for \"høyt\"");
        assertThat(theCase(tenant, "Vei").get("resolved_at").asString()).startsWith("2024-03-01T13:30:00");
        assertThat(theCase(tenant, "Lys").get("state").asString()).isEqualTo("new");
        assertThat(json.readTree(histories.kpi(tenant)).get("resolved").get("count").asInt()).isEqualTo(2);
    }

    @Test
    void what_does_not_fit_says_what_to_do() {
        var tenant = histories.tenant("passer-ikke", "UTC");
        assertThat(bring(tenant, CASES.replace("\";\"", "\",\""), CASE_RECORDS, "windows-1252").err()).contains("The file has no column Nr.").contains("single column when it is parted by \",\"");
        assertThat(bring(tenant, CASES.replace("case: Nr", "case: Saksnr"), CASE_RECORDS, "windows-1252", "--check").err()).contains("The file has no column Saksnr.")
                .contains("The file has the columns Nr, Emne, Opprettet, Løst, Lukket, Tilstand.");
        assertThat(bring(tenant, CASES.replace(", encoding: windows-1252", ""), CASE_RECORDS, "windows-1252").err()).contains("first line is not text in UTF-8");
        assertThat(bring(tenant, CASES, List.of("PK\u0003\u0004rest"), "windows-1252").err()).contains("Save it as CSV");
        assertThat(bring(tenant, CHANGES.replace("{column: To, when: {Field: assignee}}", "{first: To, column: To, when: assignee}"), CHANGE_RECORDS, "UTF-8").err())
                .contains("handler must have either column or first").contains("when must name columns");
        assertThat(bring(tenant, CHANGES.replace("Field: priority", "Felt: priority"), CHANGE_RECORDS, "UTF-8").err()).contains("The file has no column Felt.");
    }
}
