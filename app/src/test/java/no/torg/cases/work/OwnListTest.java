package no.torg.cases.work;

import static no.torg.cases.work.Asked.path;
import static no.torg.cases.work.Asked.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A list of one's own cases tells nothing that a case of one's own does not tell. */
@TorgTest
@Import(Asked.class)
class OwnListTest {

    @Autowired
    private World world;

    @Autowired
    private Asked asked;

    @ParameterizedTest
    @ValueSource(strings = {"priority=3", "handler=none", "handler=me", "team=11111111-1111-1111-1111-111111111111", "overdue=true", "sort=due", "sort=priority"})
    void nobody_asks_for_their_own_by_what_is_internal(String asking) {
        var field = asking.substring(0, asking.indexOf('='));
        var requester = world.api("ingrid-hauge").with("Accept-Language", "en");
        for (var answer : List.of(requester.get("/api/cases?requester=me&state=all&" + asking), requester.get("/api/cases?" + asking),
                world.api("nina-foss").get("/api/cases?requester=me&" + asking))) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
            assertThat(answer.json().get("errors").get(0).get("code").asString()).isEqualTo("cases.filter.internal");
        }
        assertThat(world.api("nina-foss").get("/api/cases?" + asking).status()).isEqualTo(200);
    }

    @Test
    void what_is_internal_leaves_out_those_that_are_only_ones_own() {
        var number = asked.open("tor-myklebust", "Egen skjerm");
        var tor = world.api("tor-myklebust");
        var priority = asked.row(number).get("priority");
        for (var asking : List.of("", "requester=me", "state=all&sort=number", "overdue=false&requester=me", "service=it-service-desk")) {
            assertThat(numbers(tor, asking + "&text=" + number)).as(asking).contains(number);
        }
        for (var asking : List.of("priority=" + priority, "handler=none", "team=" + world.team("it-support"), "sort=due", "sort=priority", "state=all&sort=due")) {
            assertThat(numbers(tor, asking + "&text=" + number)).as(asking).doesNotContain(number);
            assertThat(numbers(world.api("nina-foss"), asking + "&text=" + number)).as(asking).contains(number);
        }
    }

    @Test
    void a_note_and_a_priority_do_not_show_by_their_time() {
        var number = asked.open("ingrid-hauge", "Egen mus");
        var ingrid = world.api("ingrid-hauge");
        var nina = world.api("nina-foss");
        var first = updated(ingrid, number);
        nina.send("POST", path(number, "/messages"), Map.of("text", "Maser", "audience", "internal"));
        put(nina, number, "priority", Map.of("seen", Map.of("impact", "individual", "urgency", "normal"), "impact", "group", "urgency", "high"));
        assertThat(updated(nina, number)).isAfter(first);
        assertThat(updated(ingrid, number)).isEqualTo(first);
        assertThat(ingrid.get("/api/cases?requester=me&text=" + number).json().get("cases").get(0).get("updated").asString()).isEqualTo(first.toString());
        nina.send("POST", path(number, "/messages"), Map.of("text", "Vi ser på det"));
        var replied = updated(ingrid, number);
        assertThat(replied).isAfter(first).isEqualTo(updated(nina, number));
        put(nina, number, "resolution", Map.of("seen", asked.row(number).get("state")));
        assertThat(updated(ingrid, number)).isAfter(replied);
    }

    private static Instant updated(Client api, String number) {
        return Instant.parse(api.get(path(number, "")).json().get("details").get("updated").asString());
    }

    private static List<String> numbers(Client api, String asking) {
        var answer = api.get("/api/cases?limit=100&" + asking);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("cases").valueStream().map(row -> row.get("number").asString()).toList();
    }
}
