package no.torg.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.cases.CaseWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** From every number there is a way to the very cases: from a time to those it is of, what took longest first; and each table is there as a file. */
@TorgTest
class WaysDownTest {

    private static final String OWNER = "vilde-sorum";
    private static final String SERVICE = "/insight/services/it-service-desk";
    private static final Pattern CELL = Pattern.compile("<td (?:class=\"n\"|data-heat=\"\\d\")[^>]*>(.*?)</td>", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("href=\"(/insight/(?:tables/[a-z-]+|cases)/(?:csv|xlsx)[^\"]*)\"");
    private static final Pattern SLOWEST = Pattern.compile("href=\"(/insight/[^\"]*cases\\?[^\"]*order=slowest)\">([^<]+)<");

    @Autowired
    private World world;
    @Autowired
    private ListableBeanFactory beans;

    @BeforeEach
    void walk() {
        CaseWalk.once(world, beans, 31, 400, Duration.ofDays(70));
    }

    private String page(String path) {
        var answer = world.browser(OWNER).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void every_number_in_a_table_leads_to_cases_but_none_and_differences() {
        for (var path : List.of("/insight?period=90", SERVICE + "?period=90", "/insight/comparison?period=30", "/insight/treatment?period=90", "/insight/forecast")) {
            var cells = CELL.matcher(page(path)).results().map(cell -> cell.group(1)).toList();
            assertThat(cells).as(path).isNotEmpty();
            var plain = cells.stream().filter(cell -> !cell.contains("href=\"/insight/")).map(cell -> cell.replaceAll("<[^>]*>", "").strip()).toList();
            assertThat(plain).as(path).allMatch(cell -> cell.isEmpty() || cell.matches("0|–|[+−]?[0-9,.\u00a0]+|som før|.* (raskere|tregere|opp|ned)"));
            if (!path.contains("comparison") && !path.contains("forecast")) {
                assertThat(plain).as(path).allMatch(cell -> cell.matches("0|–|"));
            }
        }
    }

    @Test
    void a_time_leads_to_the_cases_it_is_of_and_what_took_longest_comes_first() {
        for (var path : List.of("/insight?period=90", SERVICE + "?period=90", "/insight/comparison?period=30", "/insight/treatment?period=90")) {
            assertThat(SLOWEST.matcher(page(path)).results().toList()).as(path).isNotEmpty();
        }
        var api = world.api(OWNER);
        var figures = api.get("/api/metrics/overview?period=90").json();
        for (var measure : List.of("resolved", "first-reply")) {
            var times = figures.get("total").get(measure.equals("resolved") ? "resolution" : "firstReply");
            var minutes = minutes("/api/metrics/cases?", measure, figures.get("from").asString(), figures.get("to").asString());
            assertThat(minutes).as(measure).hasSize(times.get("count").asInt()).hasSizeGreaterThan(20).isSortedAccordingTo((a, b) -> b - a);
            assertThat(minutes.reversed().get(Math.ceilDiv(minutes.size() * 9, 10) - 1)).as("the ninetieth is among them").isEqualTo(times.get("ninetieth").asInt());
            var own = minutes("/api/metrics/services/it-service-desk/cases?", measure, figures.get("from").asString(), figures.get("to").asString());
            assertThat(own).as("of the service alone").isNotEmpty().isSortedAccordingTo((a, b) -> b - a).hasSizeLessThan(minutes.size() + 1);
        }
        assertThat(api.get("/api/metrics/cases?measure=resolved&from=2026-01-01&to=2026-01-31&order=fastest").status()).isEqualTo(422);
    }

    private List<Integer> minutes(String path, String measure, String from, String to) {
        var minutes = new ArrayList<Integer>();
        var after = "";
        do {
            var page = world.api(OWNER).get(path + "limit=17&order=slowest&measure=" + measure + "&from=" + from + "&to=" + to + (after.isEmpty() ? "" : "&after=" + after)).json();
            page.get("cases").forEach(one -> minutes.add(one.get("workingMinutes").asInt()));
            after = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!after.isEmpty());
        return minutes;
    }

    @Test
    void the_list_can_be_turned_about_and_the_late_stand_beside_those_in_time() {
        var days = "&from=" + world.today().minusDays(89) + "&to=" + world.today();
        for (var list : List.of("/insight/cases?", SERVICE + "/cases?")) {
            var body = page(list + "measure=resolved" + days + "&order=slowest");
            assertThat(body).contains("Tok lengst først").contains("Nyeste først").contains("order=slowest&amp;after=");
            assertThat(page(list + "measure=resolved-in-time" + days)).contains("measure=resolved-late");
            assertThat(page(list + "measure=opened" + days)).doesNotContain("Tok lengst først");
            var file = FILE.matcher(body).results().map(found -> found.group(1)).filter(found -> found.contains("/csv")).findFirst().orElseThrow().replace("&amp;", "&");
            var taken = page(file).lines().skip(1).map(line -> line.split(";")).map(cells -> Integer.valueOf(cells[cells.length - 2])).toList();
            assertThat(taken).hasSizeGreaterThan(50).isSortedAccordingTo((a, b) -> b - a);
        }
    }

    @Test
    void the_services_own_page_has_every_table_as_csv_and_excel() {
        for (var narrowed : List.of("?period=90", "?period=30&team=" + world.team("access"))) {
            var body = page(SERVICE + narrowed);
            var files = FILE.matcher(body).results().map(found -> found.group(1).replace("&amp;", "&")).toList();
            for (var table : List.of("totals", "steps", "teams", "ages")) {
                assertThat(files).as(table).anyMatch(file -> file.startsWith("/insight/tables/" + table + "/csv")).anyMatch(file -> file.startsWith("/insight/tables/" + table + "/xlsx"));
            }
            assertThat(files).allMatch(file -> file.contains("service=it-service-desk"));
            files.forEach(file -> assertThat(world.browser(OWNER).get(file).status()).as(file).isEqualTo(200));
            var steps = page(files.stream().filter(file -> file.startsWith("/insight/tables/steps/csv")).findFirst().orElseThrow());
            var opened = steps.lines().skip(1).map(line -> line.split(";")[2]).toList();
            var shown = Pattern.compile("<td class=\"n\" data-n=\"(\\d+)\"><a href=\"[^\"]*measure=opened").matcher(body).results().map(found -> found.group(1)).toList();
            assertThat(opened).isEqualTo(shown);
        }
    }

    @Test
    void a_step_leads_to_the_figures_of_its_days_alone() {
        var body = page("/insight?period=90&service=it-service-desk");
        var way = Pattern.compile("<th scope=\"row\"><a href=\"(/insight\\?from=[^\"]*)\">").matcher(body);
        assertThat(way.find()).isTrue();
        assertThat(way.group(1)).contains("service=it-service-desk");
        assertThat(page(way.group(1).replace("&amp;", "&"))).contains("/insight/cases?measure=opened");
    }
}
