package no.torg.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.cases.CaseWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The figures of all that one answers for, on the page and over the API: each number is as long as the list behind it, and narrowed as asked. */
@TorgTest
class OverviewTest {

    private static final String API = "/api/metrics/overview";
    private static final String OWNER = "vilde-sorum";
    private static final String LEADER = "lise-dahl";
    private static final Pattern NUMBER = Pattern.compile("<a href=\"/insight/cases\\?([^\"]+)\">([0-9\\u00a0]+)</a>");

    @Autowired
    private World world;
    @Autowired
    private ListableBeanFactory beans;

    @BeforeEach
    void walk() {
        CaseWalk.once(world, beans, 11, 400, Duration.ofDays(70));
    }

    @Test
    void every_number_on_the_page_is_as_long_as_its_list() {
        for (var who : List.of(OWNER, LEADER)) {
            for (var narrowed : List.of("period=90", "period=30&service=it-service-desk", "period=90&team=" + world.team("access"))) {
                var numbers = numbers(who, "/insight?" + narrowed);
                assertThat(numbers).as(who + narrowed).hasSizeGreaterThan(20);
                numbers.forEach((query, number) -> assertThat(length(world.api(who), query)).as(who + " " + query).isEqualTo(number));
            }
        }
    }

    @Test
    void the_page_has_numbers_of_every_kind_behind_which_there_are_cases() {
        var queries = numbers(OWNER, "/insight?period=90").entrySet().stream().filter(number -> number.getValue() > 0).map(Map.Entry::getKey).toList();
        for (var kind : List.of("measure=opened&", "measure=resolved&", "measure=reopened&", "measure=backlog&", "measure=open&", "measure=handed-over&", "measure=returned&")) {
            assertThat(queries).as(kind).anyMatch(query -> query.startsWith(kind));
        }
        for (var part : List.of("&handedTo=", "&channel=", "&weekday=", "&service=", "&team=")) {
            assertThat(queries).as(part).anyMatch(query -> query.contains(part));
        }
    }

    @Test
    void the_parts_make_the_whole() {
        var told = overview(OWNER, "period=90");
        var total = told.get("total");
        assertThat(total.get("handedOver").asLong()).isGreaterThan(5);
        for (var name : List.of("opened", "resolved", "reopened", "handedOver", "returned", "open")) {
            assertThat(sum(told.get("services"), name)).as(name).isEqualTo(total.get(name).asLong());
            assertThat(sum(told.get("teams"), name)).as(name).isEqualTo(total.get(name).asLong());
        }
        assertThat(counts(told.get("flows"))).isEqualTo(total.get("handedOver").asLong());
        assertThat(counts(told.get("arrivals"))).isEqualTo(total.get("opened").asLong());
        assertThat(counts(told.get("channels"))).isEqualTo(total.get("opened").asLong());
        assertThat(told.get("steps").get(told.get("steps").size() - 1).get("open").asLong()).isEqualTo(total.get("open").asLong());
        assertThat(told.get("before").get("open").asLong()).isEqualTo(length(world.api(OWNER),
                "measure=backlog&from=1900-01-01&to=" + LocalDate.parse(told.get("from").asString()).minusDays(1)));
    }

    @Test
    void times_are_those_of_the_services_own_page() {
        var all = overview(OWNER, "period=90&service=it-service-desk").get("total");
        var own = world.api(OWNER).get("/api/metrics/services/it-service-desk?period=90").json().get("total");
        assertThat(own.get("resolution").get("count").asLong()).isGreaterThan(20);
        for (var name : List.of("firstReply", "resolution")) {
            assertThat(all.get(name)).isEqualTo(own.get(name));
        }
    }

    @Test
    void a_unit_is_its_teams_and_those_of_units_below() {
        var all = overview(OWNER, "period=90");
        var opened = new LinkedHashMap<String, Long>();
        all.get("teams").forEach(team -> opened.put(team.get("team").asString(), team.get("outcome").get("opened").asLong()));
        var it = world.fjordvik().units().get("it");
        var narrowed = overview(OWNER, "period=90&unit=" + it);
        var expected = List.of("it-services", "it-support", "access", "av", "equipment").stream().mapToLong(team -> opened.getOrDefault(world.team(team).toString(), 0L)).sum();
        assertThat(expected).isPositive();
        assertThat(narrowed.get("total").get("opened").asLong()).isEqualTo(expected);
        assertThat(overview(OWNER, "period=90&unit=" + world.fjordvik().units().get("university")).get("total").get("opened").asLong()).isGreaterThanOrEqualTo(expected);
        assertThat(world.browser(OWNER).get("/insight?period=30&unit=" + it).body()).contains("value=\"" + it + "\" selected").contains("&amp;unit=" + it);
    }

    @Test
    void what_one_may_not_look_at_is_as_what_is_not_there() {
        var missing = UUID.randomUUID();
        for (var path : List.of("/insight?", "/insight/cases?measure=opened&from=2026-01-01&to=2026-01-31&")) {
            for (var narrowed : List.of("unit=" + missing, "team=" + missing, "service=none", "unit=" + world.solheim().units().values().iterator().next(),
                    "team=" + world.solheim().teams().values().iterator().next())) {
                assertThat(world.browser(OWNER).get(path + narrowed).status()).as(narrowed).isEqualTo(404);
            }
            assertThat(world.browser(LEADER).get(path + "team=" + world.team("hr")).status()).isEqualTo(404);
            for (var other : List.of("kari-lunde", "arne-solvang", "ingrid-hauge")) {
                assertThat(world.browser(other).get(path).status()).as(other).isEqualTo(404);
            }
        }
        assertThat(world.api(OWNER, "cases:read").get(API).status()).isEqualTo(403);
        assertThat(world.browser(OWNER).get("/insight?from=2021-11-25&to=2026-11-24").status()).isEqualTo(200);
        assertThat(world.browser(OWNER).get("/insight?unit=&service=&team=&from=&to=").status()).isEqualTo(200);
    }

    private JsonNode overview(String who, String narrowed) {
        var answer = world.api(who).get(API + "?" + narrowed);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static long sum(JsonNode rows, String name) {
        return rows.valueStream().mapToLong(row -> row.get("outcome").get(name).asLong()).sum();
    }

    private static long counts(JsonNode rows) {
        return rows.valueStream().mapToLong(row -> row.get("count").asLong()).sum();
    }

    private Map<String, Long> numbers(String who, String page) {
        var numbers = new LinkedHashMap<String, Long>();
        NUMBER.matcher(world.browser(who).get(page).body()).results()
                .forEach(link -> numbers.put(link.group(1).replace("&amp;", "&"), Long.valueOf(link.group(2).replace("\u00a0", ""))));
        return numbers;
    }

    private static long length(Client api, String query) {
        long length = 0;
        var after = "";
        do {
            var answer = api.get("/api/metrics/cases?limit=200&" + query + (after.isEmpty() ? "" : "&after=" + after));
            assertThat(answer.status()).as(query + answer.body()).isEqualTo(200);
            length += answer.json().get("cases").size();
            after = answer.json().get("next").isNull() ? "" : answer.json().get("next").asString();
        } while (!after.isEmpty());
        return length;
    }
}
