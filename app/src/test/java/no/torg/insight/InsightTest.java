package no.torg.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.cases.CaseWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Figures for those who answer for a service: the same numbers on the page, in the file and over the API, each as long as the list behind it. */
@TorgTest
class InsightTest {

    private static final String PAGE = "/insight/services/it-service-desk";
    private static final String API = "/api/metrics/services/it-service-desk";
    private static final String OWNER = "vilde-sorum";
    private static final String LEADER = "lise-dahl";

    @Autowired
    private World world;
    @Autowired
    private ListableBeanFactory beans;

    @BeforeEach
    void walk() {
        CaseWalk.once(world, beans, 7, 500, Duration.ofDays(70));
    }

    @Test
    void owners_and_leaders_see_figures_and_nobody_else() {
        for (var path : List.of("/insight", PAGE, PAGE + "/csv", PAGE + "/cases?measure=opened&from=2026-01-01&to=2026-12-31")) {
            assertThat(world.browser(OWNER).get(path).status()).as(path).isEqualTo(200);
            assertThat(world.browser(LEADER).get(path).status()).as(path).isEqualTo(200);
            for (var other : List.of("kari-lunde", "arne-solvang", "ingrid-hauge")) {
                assertThat(world.browser(other).get(path).status()).as(other + " " + path).isEqualTo(404);
            }
        }
        assertThat(world.browser("ragnhild-sande").get(PAGE).status()).isEqualTo(404);
        assertThat(world.browser("solheim:aud-vikane").get(PAGE).body()).doesNotContain("IT-brukerstøtte");
        assertThat(world.api(OWNER, "cases:read").get(API).status()).isEqualTo(403);
        assertThat(world.api(OWNER, "metrics:read").get(API).status()).isEqualTo(200);
        assertThat(world.browser(OWNER).get("/insight").body()).contains("href=\"" + PAGE + "\"").doesNotContain("order-guest-account");
        for (var page : List.of("/insight", PAGE, "/work")) {
            assertThat(world.browser(LEADER).get(page).body().split("<li><a href=\"/work\"", -1)).as("the way to the cases is in the side of " + page + ", once").hasSize(3);
        }
        assertThat(world.browser("kari-lunde").get("/work").body()).doesNotContain("href=\"/insight\"");
    }

    @Test
    void every_number_of_the_api_is_as_long_as_its_list() {
        for (var who : List.of(OWNER, LEADER)) {
            var api = world.api(who);
            var figures = api.get(API + "?period=90").json();
            var from = figures.get("from").asString();
            var to = figures.get("to").asString();
            assertThat(figures.get("total").get("opened").asLong()).isGreaterThan(80);
            same(api, figures.get("total"), from, to, "");
            assertThat(figures.get("teams").size()).isGreaterThanOrEqualTo(3);
            for (var team : figures.get("teams")) {
                same(api, team, from, to, "&team=" + team.get("team").asString());
            }
            for (var step : figures.get("steps")) {
                assertThat(length(api, "opened", text(step, "from"), text(step, "to"), "")).isEqualTo(step.get("opened").asLong());
                assertThat(length(api, "backlog", text(step, "from"), text(step, "to"), "")).as(step.toString()).isEqualTo(step.get("open").asLong());
            }
            for (var age : figures.get("ages")) {
                assertThat(length(api, "open", text(age, "from"), text(age, "to"), "")).isEqualTo(age.get("count").asLong());
            }
            assertThat(figures.get("open").asLong()).isEqualTo(figures.get("steps").get(figures.get("steps").size() - 1).get("open").asLong());
        }
    }

    private void same(Client api, JsonNode line, String from, String to, String team) {
        assertThat(length(api, "opened", from, to, team)).isEqualTo(line.get("opened").asLong());
        assertThat(length(api, "reopened", from, to, team)).isEqualTo(line.get("reopened").asLong());
        assertThat(length(api, "resolved", from, to, team)).isEqualTo(line.get("resolved").asLong()).isEqualTo(line.get("resolution").get("count").asLong());
        assertThat(length(api, "resolved-in-time", from, to, team)).isEqualTo(line.get("resolution").get("inTime").asLong());
        assertThat(length(api, "resolved-late", from, to, team)).isEqualTo(line.get("resolution").get("late").asLong());
        assertThat(length(api, "first-reply", from, to, team)).isEqualTo(line.get("firstReply").get("count").asLong());
        assertThat(length(api, "first-reply-late", from, to, team)).isEqualTo(line.get("firstReply").get("late").asLong());
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }

    private long length(Client api, String measure, String from, String to, String team) {
        long length = 0;
        var after = "";
        do {
            var page = api.get(API + "/cases?limit=7&measure=" + measure + "&from=" + from + "&to=" + to + team + (after.isEmpty() ? "" : "&after=" + after)).json();
            length += page.get("cases").size();
            after = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!after.isEmpty());
        return length;
    }

    @Test
    void page_file_and_api_tell_the_same_numbers() {
        var steps = world.api(OWNER).get(API + "?period=year").json().get("steps");
        var expected = new ArrayList<String>();
        steps.forEach(step -> expected.add(step.get("opened").asLong() + " " + step.get("resolved").asLong() + " " + step.get("open").asLong()));

        var csv = world.browser(OWNER).get(PAGE + "/csv?period=year");
        assertThat(csv.header("content-disposition")).contains("it-service-desk").contains(".csv");
        assertThat(csv.body().lines().skip(1).map(line -> line.split(";", 3)[2].replace(';', ' '))).containsExactlyElementsOf(expected);

        var table = world.browser(OWNER).get(PAGE + "?period=year").body().split("<details class=\"why\" open>")[1].split("</details>")[0];
        var rows = Pattern.compile("data-n=\"(\\d+)\".*?data-n=\"(\\d+)\".*?data-n=\"(\\d+)\"").matcher(table).results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3)).toList();
        assertThat(rows).containsExactlyElementsOf(expected);
    }

    @Test
    void the_list_goes_on_by_fifty_and_one_team_can_be_picked() {
        var to = world.today();
        var list = PAGE + "/cases?measure=opened&from=" + to.minusDays(89) + "&to=" + to;
        var first = world.browser(OWNER).get(list).body();
        assertThat(first.split("data-counted", -1)).hasSize(51);
        assertThat(first).contains("&amp;after=");
        var team = world.team("it-support");
        assertThat(world.browser(OWNER).get(PAGE + "?team=" + team).body()).contains("value=\"" + team + "\" selected");
        assertThat(world.browser(LEADER).get(PAGE + "?team=" + world.team("hr")).status()).isEqualTo(404);
        assertThat(world.browser(OWNER).get(PAGE + "?from=2026-05-01&to=2026-04-01").status()).isEqualTo(422);
        assertThat(world.browser(OWNER).get(PAGE + "/cases?measure=nonsense&from=2026-05-01&to=2026-05-01").status()).isEqualTo(422);
    }

    @Test
    void what_is_open_follows_a_case_that_is_opened_moved_and_closed() {
        var api = world.api(OWNER);
        var support = world.team("it-support").toString();
        var before = open(api, support);
        var number = world.api("ingrid-hauge").send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", "Skjermen blinker"))).json()
            .get("number").asString();
        world.settle();
        assertThat(open(api, support)).containsExactly(before.get(0) + 1, before.get(1) + 1);
        assertThat(world.api("kari-lunde").send("PUT", "/api/cases/" + number + "/team", Map.of("seen", support, "team", world.team("av"))).status()).isEqualTo(204);
        world.settle();
        assertThat(open(api, support)).containsExactly(before.get(0) + 1, before.get(1));
        assertThat(world.api("kari-lunde").send("PUT", "/api/cases/" + number + "/closure", Map.of("seen", "new", "reason", "done")).status()).isEqualTo(204);
        world.settle();
        assertThat(open(api, support)).isEqualTo(before);
    }

    /** How many are open, and how many of them at the team. */
    private static List<Long> open(Client api, String team) {
        return Stream.of("", "?team=" + team).map(only -> {
            var figures = api.get(API + only).json();
            long ages = 0;
            for (var age : figures.get("ages")) {
                ages += age.get("count").asLong();
            }
            assertThat(figures.get("open").asLong()).isEqualTo(ages);
            return ages;
        }).toList();
    }
}
