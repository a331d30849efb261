package no.torg.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import no.torg.Client;
import no.torg.TestFolder;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.browser.Browsers;
import no.torg.people.Persons;
import no.torg.tenancy.Tenant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real log of 141,712 records comes in whole, and Torg's own tables then say exactly what was computed from it elsewhere. */
@TorgTest
@Import(Histories.class)
class RealLogTest {

    private static final Path DATA = Path.of(System.getenv().getOrDefault("TORG_SHARED", "../../shared"), "data", "itsm");
    private static final Path LOG = DATA.resolve("incident_event_log.csv.gz");
    /** One that took longer than nine of ten, was never reopened and never handed over. */
    private static final String INCIDENT = "INC0027172";
    private static final LocalDate OPENED = LocalDate.of(2016, 5, 7);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");
    private static final Path MAPPING = TestFolder.PROJECT.resolve("mappings/servicenow-incidents.yaml");

    @Autowired
    private World world;
    @Autowired
    private Histories histories;
    @Autowired
    private Persons persons;
    @Autowired
    private JsonMapper json;

    @Test
    void the_key_figures_are_those_computed_elsewhere_and_nothing_doubles_and_a_case_moves_them_by_what_is_done_with_it() throws Exception {
        assumeTrue(Files.isDirectory(DATA), () -> "skipped: no " + DATA.toAbsolutePath() + " (set TORG_SHARED)");
        var tenant = histories.tenant("historien", "UTC");

        var first = histories.bring(tenant, MAPPING, LOG);

        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains("24,918 cases new, 141,712 events new, 0 there already, 0 rejected").contains("state \"-100\", 5 records");
        assertEqualToComputed(tenant);
        assertThat(histories.said("figures", "check", "--tenant", tenant.slug()).out()).contains("no difference");
        assertThat(histories.said("replay", "--tenant", tenant.slug()).out()).contains("24918 cases", "no difference");

        var second = histories.bring(tenant, MAPPING, LOG);
        assertThat(second.out()).contains("0 cases new, 0 events new, 141,712 there already");
        assertEqualToComputed(tenant);

        var owner = tenant.call(() -> persons.byMail("adm@" + tenant.slug() + ".no").orElseThrow());
        assertEqualToComputed(world.api(tenant, owner));
        try (var window = Browsers.window(world, tenant, owner, 1280)) {
            oneCaseMovesThem(world.api(tenant, owner), window.newPage());
        }
        assertThat(histories.said("figures", "check", "--tenant", tenant.slug()).out()).contains("no difference");
    }

    /** Opened again, handed over and closed in the browser; what each did to the figures is all that it did. */
    private void oneCaseMovesThem(Client api, Page page) throws IOException {
        var number = number(api);
        var resolved = minutes("resolved_at");
        var closed = minutes("closed_at");
        page.navigate("/work/cases/" + number);
        var before = figures(api);
        assertThat(page.locator("main").innerText()).contains(INCIDENT);

        page.locator("form[action$='/reopening'] button").click();
        page.waitForLoadState(LoadState.LOAD);
        var took = List.of(resolved.remove(INCIDENT), closed.remove(INCIDENT));
        assertThat(took).allMatch(minutes -> minutes > 600 * 60);
        var opened = figures(api);
        assertMoved(before, opened, Map.of("events", 1, "state_events/in-progress", 1, "reopened_from_events", 1, "resolved/count", -1, "closed/count", -1), resolved, closed);

        page.locator("#prop-team").selectOption(new SelectOption().setLabel("Group 70"));
        page.waitForResponse("**/team", () -> page.locator("form[action$='/team'] button").click());
        var handed = figures(api);
        assertMoved(opened, handed, Map.of("events", 1, "state_events/in-progress", 1, "events_without_assignee", 1, "handed_over/incidents", 1, "handed_over/hand_overs", 1,
                "team_last_top5/Group 25", -1, "team_last_top5/Group 70", 1), resolved, closed);

        close(page);
        var ended = figures(api);
        var now = Math.round(ended.get("closed/hours_mean") * ended.get("closed/count") * 60 - closed.values().stream().mapToLong(Long::longValue).sum());
        assertThat(Duration.ofMinutes(now)).isCloseTo(Duration.between(LocalDateTime.of(2016, 5, 7, 23, 11), LocalDateTime.now(ZoneOffset.UTC)), Duration.ofMinutes(5));
        resolved.put(INCIDENT, now);
        closed.put(INCIDENT, now);
        assertMoved(handed, ended, Map.of("events", 2, "state_events/resolved", 1, "state_events/closed", 1, "events_without_assignee", 2, "resolved/count", 1, "closed/count", 1), resolved, closed);
    }

    private static void close(Page page) {
        page.reload();
        page.locator("#props-close > summary").click();
        page.locator("#close-done").check();
        page.locator("#props-close form button").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    /** The number here of the incident, found among the very cases behind a figure. */
    private static String number(Client api) {
        var found = api.get("/api/metrics/cases?limit=200&measure=opened&from=" + OPENED + "&to=" + OPENED).json().get("cases").valueStream()
                .filter(one -> one.get("title").asString().startsWith(INCIDENT)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst().get("number").asString();
    }

    private Map<String, Double> figures(Client api) {
        world.settle();
        var flat = new TreeMap<String, Double>();
        flatten("", api.get("/api/metrics/key-figures").json(), flat);
        return flat;
    }

    private static void flatten(String path, JsonNode node, Map<String, Double> flat) {
        node.propertyStream().forEach(one -> flatten(path.isEmpty() ? one.getKey() : path + "/" + one.getKey(), one.getValue(), flat));
        if (!node.isObject()) {
            flat.put(path, node.isNumber() ? node.asDouble() : node.asString().hashCode());
        }
    }

    /** The counts moved by this and no other did; times of ends are those of the cases that have ended. */
    private static void assertMoved(Map<String, Double> before, Map<String, Double> after, Map<String, Integer> by, Map<String, Long> resolved, Map<String, Long> closed) {
        var moved = new TreeMap<String, Integer>();
        Stream.of(before, after).flatMap(figures -> figures.keySet().stream()).filter(name -> !name.contains("/hours_"))
                .forEach(name -> moved.put(name, (int) (after.getOrDefault(name, 0.0) - before.getOrDefault(name, 0.0))));
        moved.values().removeIf(n -> n == 0);
        assertThat(moved).containsExactlyInAnyOrderEntriesOf(by);
        assertEnds(after, "resolved", resolved.values().stream().sorted().toList());
        assertEnds(after, "closed", closed.values().stream().sorted().toList());
    }

    private static void assertEnds(Map<String, Double> figures, String end, List<Long> minutes) {
        var n = minutes.size();
        assertThat(figures.get(end + "/count")).as(end).isEqualTo(n);
        assertThat(figures.get(end + "/hours_mean")).as(end).isCloseTo(minutes.stream().mapToLong(Long::longValue).sum() / 60.0 / n, Offset.offset(1e-6));
        assertThat(figures.get(end + "/hours_median")).as(end).isEqualTo((minutes.get((n - 1) / 2) + minutes.get(n / 2)) / 2.0 / 60);
        assertThat(figures.get(end + "/hours_p90")).as(end).isEqualTo(minutes.get(Math.ceilDiv(n * 9, 10) - 1) / 60.0);
    }

    /** How long each incident of the log took until it ended so, where that is told. */
    private static Map<String, Long> minutes(String end) throws IOException {
        var minutes = new HashMap<String, Long>();
        try (var log = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(LOG)), StandardCharsets.UTF_8))) {
            var columns = List.of(log.readLine().split(","));
            log.lines().map(line -> line.split(",")).filter(row -> !row[columns.indexOf(end)].equals("?")).forEach(row -> minutes.computeIfAbsent(row[columns.indexOf("number")],
                    none -> Duration.between(LocalDateTime.parse(row[columns.indexOf("opened_at")], TIME), LocalDateTime.parse(row[columns.indexOf(end)], TIME)).toMinutes()));
        }
        return minutes;
    }

    private void assertEqualToComputed(Client api) throws IOException {
        assertEqualToComputed(api.get("/api/metrics/key-figures").json());
    }

    private void assertEqualToComputed(Tenant tenant) throws IOException {
        assertEqualToComputed(json.readTree(histories.kpi(tenant)));
    }

    private void assertEqualToComputed(JsonNode ours) throws IOException {
        var computed = json.readTree(Files.readAllBytes(DATA.resolve("expected-kpis.json")));
        computed.propertyStream().filter(one -> !one.getKey().equals("definitions")).forEach(one -> assertThat(plain(ours.get(one.getKey()))).as(one.getKey()).isEqualTo(plain(one.getValue())));
    }

    /** Numbers as doubles, so that 22 and 22.0 are the same. */
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            var map = new TreeMap<String, Object>();
            node.propertyStream().forEach(one -> map.put(one.getKey(), plain(one.getValue())));
            return map;
        }
        return node.isNumber() ? (Object) node.asDouble() : node.asString();
    }
}
