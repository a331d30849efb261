package no.torg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import no.torg.Client;
import no.torg.Client.Upload;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.people.Persons;
import no.torg.tenancy.Tenant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** An administrator brings a log in by the browser or the API, tries it first, and sees what came of it – also of each case. */
@TorgTest
@Import(Histories.class)
class ImportPagesTest {

    private static int made;

    @Autowired
    private World world;
    @Autowired
    private Histories histories;
    @Autowired
    private Persons persons;
    private Tenant tenant;
    private UUID administrator;

    @BeforeEach
    void organisation() throws Exception {
        tenant = histories.tenant("nettleser-" + (char) ('a' + made++), "Europe/Oslo");
        administrator = tenant.call(() -> persons.byMail("adm@" + tenant.slug() + ".no").orElseThrow());
    }

    private static List<Upload> files(String... more) {
        var records = new ArrayList<>(SampleLog.RECORDS);
        records.addAll(List.of(more));
        return List.of(Client.file("mapping", "saksbank.yaml", SampleLog.MAPPING), Client.file("file", "logg.csv", SampleLog.HEADER + "\n" + String.join("\n", records) + "\n"));
    }

    private static String ended(Client browser, String page) {
        Awaitility.await().until(() -> !browser.get(page).body().contains("<progress"));
        return browser.get(page).body();
    }

    @Test
    void a_trial_reading_shows_the_first_records_and_takes_nothing_over_until_it_is_imported() throws Exception {
        var browser = world.browser(tenant, administrator).with("Accept-Language", "nb");

        var begun = browser.post("/imports", files("10;S4;1;i går;Ida;x;Per;-;Ny;A;Telefon;Drift;0"), "trial", "yes");
        assertThat(begun.status()).isEqualTo(303);
        var page = begun.header("Location");
        assertThat(ended(browser, page)).contains("10 poster er lest, 1 av dem kan ikke leses").contains("har et tidspunkt i tid som ikke kan leses: i går").contains("S1 Nøkler").contains("Rar")
                .contains("Ingenting er tatt inn");
        assertThat(browser.get("/imports").body()).contains("Prøvd");
        assertThat(histories.kpi(tenant)).contains("\"events\" : 0");

        assertThat(browser.post(page + "/import", "owner", "ingen@" + tenant.slug() + ".no").status()).isEqualTo(422);
        var taken = browser.post(page + "/import", "owner", "adm@" + tenant.slug() + ".no").header("Location");
        assertThat(ended(browser, taken)).contains("Ferdig, men 1 post kunne ikke tas inn").contains("3 nye saker");
        assertThat(histories.kpi(tenant)).contains("\"events\" : 9");
        assertThat(ended(browser, page)).as("the file went to the import").contains("Velg filen på nytt");
        assertThat(browser.post(page + "/import").status()).isEqualTo(409);
    }

    @Test
    void every_problem_line_can_be_reached_page_by_page_and_as_files() throws Exception {
        var browser = world.browser(tenant, administrator).with("Accept-Language", "nb");
        var wrong = IntStream.rangeClosed(1, 120).mapToObj(i -> "=" + i + ";få").toArray(String[]::new);

        var page = browser.post("/imports", files(wrong), "trial", "yes").header("Location");
        assertThat(ended(browser, page)).contains("120 poster i alt");
        var seen = new TreeSet<String>();
        var next = page;
        for (int pages = 0; next != null; pages++) {
            var body = browser.get(next).body();
            assertThat(pages).isLessThan(4);
            Pattern.compile("<code>=(\\d+);få</code>").matcher(body).results().forEach(found -> seen.add(found.group(1)));
            var older = Pattern.compile("href=\"(/imports/[^\"]*after=\\d+)\" rel=\"next\"").matcher(body);
            next = older.find() ? older.group(1) : null;
        }
        assertThat(seen).hasSize(120);

        assertThat(browser.get(page + "/rejected/csv").body().lines()).hasSize(121).anySatisfy(line -> assertThat(line).isEqualTo("129;har ikke like mange verdier som overskriften: 2, ikke 13;\"'=120;få\""));
        assertThat(browser.get(page + "/rejected/log").body().lines()).hasSize(121).startsWith(SampleLog.HEADER).endsWith("=120;få");
        assertThat(world.browser("kari-lunde").get(page + "/rejected/csv").status()).isEqualTo(403);
    }

    @Test
    void what_the_mapping_does_not_name_is_told_states_first_with_how_many_more_there_are() throws Exception {
        var browser = world.browser(tenant, administrator).with("Accept-Language", "nb");
        var many = IntStream.rangeClosed(1, 210).mapToObj(i -> "%d;T%d;1;01.03.2024 09:00:00;Ida;x;Per;-;%s;A;Kanal %d;Drift;0".formatted(100 + i, i, i == 7 ? "Sist" : "Ny", i)).toArray(String[]::new);

        var body = ended(browser, browser.post("/imports", files(many), "trial", "yes").header("Location"));

        assertThat(body.indexOf("<td>Sist</td>")).isPositive().isLessThan(body.indexOf("<td>Kanal 10</td>"));
        assertThat(body).contains("Og 13 verdier til.");
    }

    @Test
    void a_file_that_breaks_off_says_so_and_what_does_not_fit_begins_nothing() throws Exception {
        var browser = world.browser(tenant, administrator).with("Accept-Language", "nb");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write((SampleLog.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 30_000; i++) {
                gzip.write((i + ";S" + UUID.randomUUID() + ";1;01.03.2024 09:00:00;Ida;x;Per;-;Ny;A;Telefon;Drift;0\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        var cut = new Upload("file", "logg.csv.gz", Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

        var page = browser.post("/imports", List.of(files().getFirst(), cut)).header("Location");

        assertThat(ended(browser, page)).contains("Avbrutt. Filen kunne ikke leses til slutten").contains("Ingenting er tatt inn");
        assertThat(histories.kpi(tenant)).contains("\"events\" : 0");
        var lacking = Client.file("mapping", "m.yaml", SampleLog.MAPPING.replace("column: hast", "column: prioritet"));
        assertThat(browser.post("/imports", List.of(lacking, files().getLast())).body()).contains("The file has no column prioritet.");
        assertThat(browser.get("/imports").body()).doesNotContain(">logg.csv<");
    }

    @Test
    void an_import_comes_in_behind_its_page_and_the_cases_tell_their_history() throws Exception {
        var browser = world.browser(tenant, administrator);

        var begun = browser.post("/imports", files("10;S4;1;i går;Ida;x;Per;-;Ny;A;Telefon;Drift;0"));
        assertThat(begun.status()).isEqualTo(303);
        var page = begun.header("Location");
        Awaitility.await().until(() -> browser.get(page).body().contains("Ferdig"));
        assertThat(browser.get(page).body()).contains("har et tidspunkt i tid som ikke kan leses: i går").contains("Rar");
        assertThat(browser.get("/imports").body()).contains("logg.csv");

        assertThat(browser.with("Accept-Language", "nb").get(page).body()).as("nobody sees them all").contains("Ingen eier tjenesten sakene ligger i.");
        histories.said("role", "grant", "adm@" + tenant.slug() + ".no", "service-owner", "--service", "saksbank", "--tenant", tenant.slug());
        assertThat(browser.with("Accept-Language", "nb").get(page).body()).doesNotContain("Ingen eier tjenesten");
        var owner = world.browser(tenant, administrator);
        Awaitility.await().until(() -> owner.get("/work/search?q=S1").body().contains("S1 Nøkler"));
        var cases = world.api(tenant, administrator).get("/api/cases?q=S1&state=closed").json().get("cases");
        assertThat(cases.toString()).contains("S1 Nøkler");
        var number = cases.valueStream().filter(one -> one.get("title").asString().startsWith("S1 ")).findFirst().orElseThrow().get("number").asString();
        var history = owner.get("/work/cases/" + number + "/history").body();
        assertThat(history).contains("registrerte i systemet saken kommer fra").contains("Ferdig").contains("Driftsgruppa").contains("Nett");
        assertThat(owner.get("/work/cases/" + number).status()).isEqualTo(200);
        assertThat(owner.get("/work/cases/" + number + "/answers").body()).contains("Emne").contains("Nøkler");
        assertThat(owner.get("/insight/services/saksbank").status()).isEqualTo(200);
    }

    @Test
    void an_administrator_who_has_no_cases_finds_the_way_in_the_side() throws Exception {
        var side = world.browser(tenant, administrator).get("/imports").body().replaceAll("(?s).*<nav class=\"side-nav\"|</nav>.*", "");
        assertThat(side).contains("<a href=\"/imports\" aria-current=\"page\">").contains("<a href=\"/\">").doesNotContain("/work");
    }

    @Test
    void what_cannot_be_used_is_refused_with_what_to_do() throws Exception {
        var browser = world.browser(tenant, administrator);
        assertThat(browser.post("/imports", files().subList(0, 1)).body()).contains("Velg både oversettelsesfil og logg.");
        var wrong = List.of(Client.file("mapping", "m.yaml", "format: 2"), files().getLast());
        assertThat(browser.post("/imports", wrong).status()).isEqualTo(422);
        assertThat(browser.with("Accept-Language", "nb").post("/imports", wrong).body()).contains("Oversettelsesfilen kan ikke brukes.").containsPattern("<ul lang=\"en\">\\s*<li>[^<]*format must be 1");
    }

    @Test
    void who_is_named_owns_the_cases_and_who_is_not_known_is_refused() throws Exception {
        var browser = world.browser(tenant, administrator).with("Accept-Language", "nb");
        for (var trial : List.of(new String[] {"owner", "ingen@" + tenant.slug() + ".no"}, new String[] {"owner", "ingen@" + tenant.slug() + ".no", "trial", "yes"})) {
            var refused = browser.post("/imports", files(), trial);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("Ingen har e-postadressen ingen@" + tenant.slug() + ".no.").contains("value=\"ingen@" + tenant.slug() + ".no\"").contains("Ingenting er importert eller prøvd ennå");
        }
        var page = browser.post("/imports", files(), "owner", " Adm@" + tenant.slug() + ".no ").header("Location");
        Awaitility.await().until(() -> browser.get(page).body().contains("Ferdig"));
        assertThat(browser.get(page).body()).doesNotContain("Ingen eier tjenesten");
        Awaitility.await().until(() -> world.browser(tenant, administrator).get("/work/search?q=S1").body().contains("S1 Nøkler"));
    }

    @Test
    void the_api_does_the_same_and_nobody_else_may() throws Exception {
        var api = world.api(tenant, administrator);
        assertThat(api.get("/api/imports").json().size()).isZero();
        assertThat(api.get("/api/metrics/key-figures").json().get("events").asInt()).isZero();
        var trial = api.post("/api/imports", files("10;S4;1;i går;Ida;x;Per;-;Ny;A;Telefon;Drift;0"), "trial", "true").json();
        assertThat(trial.get("trial").asBoolean()).isTrue();
        Awaitility.await().until(() -> api.get("/api/imports/" + trial.get("id").asString()).json().get("details").get("state").asString().equals("tried"));
        assertThat(api.get("/api/imports/" + trial.get("id").asString() + "/rejected").json().get("rejected").size()).isEqualTo(1);
        assertThat(world.api("kari-lunde").get("/api/imports").status()).isEqualTo(403);
        assertThat(world.browser("kari-lunde").get("/imports").status()).isEqualTo(403);
        assertThat(world.browser("kari-lunde").post("/imports", files()).status()).isEqualTo(403);
        assertThat(world.api("arne-solvang").get("/api/imports/" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
