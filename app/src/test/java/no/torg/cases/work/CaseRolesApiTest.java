package no.torg.cases.work;

import static no.torg.cases.work.Asked.path;
import static no.torg.cases.work.Asked.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Who sees what of a case over the API, role by role: the case, its list, messages and history, public and internal, and who may change it. */
@TorgTest
@Import(Asked.class)
class CaseRolesApiTest {

    @Autowired
    private World world;

    @Autowired
    private Asked asked;

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "ingrid-hauge,         the requester,                  public",
        "oda-myhre,            a requester of the same unit,   nothing",
        "nina-foss,            a case worker of the team,      internal",
        "tor-myklebust,        a case worker of a sister team, nothing",
        "lise-dahl,            the leader of the parent team,  internal",
        "vilde-sorum,          the service's owner,            internal",
        "ida-fjeld,            another service's owner,        nothing",
        "arne-solvang,         an administrator,               nothing",
        "solheim:bente-loken,  another tenant's administrator, nothing"})
    void sees(String person, String role, String sight) {
        var number = told();
        var api = world.api(person);
        if (sight.equals("nothing")) {
            for (var rest : List.of("", "/messages", "/history")) {
                assertThat(api.get(path(number, rest)).status()).as(role + rest).isEqualTo(404);
            }
            assertThat(listed(api)).doesNotContain(number);
            assertThat(api.send("POST", path(number, "/messages"), Map.of("text", "hei")).status()).isEqualTo(404);
            changes(api, number, 404);
            return;
        }
        var internal = sight.equals("internal");
        assertThat(api.get(path(number, "")).json().get("details").get("own").asBoolean()).isEqualTo(!internal);
        assertThat(listed(api)).contains(number);
        assertThat(texts(api, number)).contains("Hei, vi ser på det").satisfies(texts -> assertThat(texts.contains("Bare for oss")).isEqualTo(internal));
        var history = api.get(path(number, "/history")).body();
        assertThat(history).contains("cases.assigned").satisfies(body -> assertThat(body.contains("cases.prioritised")).isEqualTo(internal));
        assertThat(api.get("/api/cases?limit=100").body().contains("Bare for oss")).isEqualTo(internal);
        if (!internal) {
            changes(api, number, 403);
            assertThat(api.send("POST", path(number, "/messages"), Map.of("text", "x", "audience", "internal")).status()).isEqualTo(403);
            assertThat(api.send("POST", path(number, "/messages"), Map.of("text", "x", "then", "resolve")).status()).isEqualTo(403);
        }
    }

    @Test
    void a_case_worker_is_a_requester_of_their_own_case() {
        var number = asked.open("nina-foss", "Min egen skjerm");
        var jon = world.api("jon-moen");
        jon.send("POST", path(number, "/messages"), Map.of("text", "Nina maser", "audience", "internal"));
        var nina = world.api("nina-foss");
        assertThat(texts(nina, number)).containsExactly("Min egen skjerm");
        assertThat(nina.get("/api/cases?limit=100").body()).contains(number).doesNotContain("Nina maser");
        assertThat(nina.get(path(number, "/history")).body()).doesNotContain("\"internal\":true");
        changes(nina, number, 403);
        assertThat(world.browser("nina-foss").get("/work/teams").body()).contains(number).doesNotContain("Nina maser");
    }

    @Test
    void a_requester_sees_of_the_properties_what_the_service_shows() {
        var number = told();
        var own = world.api("ingrid-hauge").get(path(number, "")).json().get("details");
        assertThat(own.get("handler").get("name").asString()).isEqualTo("Nina Foss");
        assertThat(own.get("promised").isNull()).isFalse();
        for (var hidden : List.of("team", "priority", "impact", "urgency", "due")) {
            assertThat(own.get(hidden).isNull()).as(hidden).isTrue();
        }
        assertThat(world.api("nina-foss").get(path(number, "")).json().get("details").get("priority").asInt()).isBetween(1, 5);
        assertThat(world.api("ingrid-hauge").get(path(number, "")).json().get("answers").get("description").asString()).isEqualTo("Tastaturet henger");
    }

    @Test
    void a_requester_closes_their_own_case_and_opens_it_again() {
        var number = told();
        var ingrid = world.api("ingrid-hauge");
        assertThat(put(ingrid, number, "closure", Map.of("seen", "in-progress", "reason", "duplicate")).status()).isEqualTo(409);
        assertThat(put(ingrid, number, "closure", Map.of("seen", "in-progress", "reason", "withdrawn")).status()).isEqualTo(204);
        assertThat(ingrid.send("POST", path(number, "/messages"), Map.of("text", "likevel")).status()).isEqualTo(409);
        assertThat(ingrid.send("DELETE", path(number, "/closure?seen=closed"), null).status()).isEqualTo(204);
        assertThat(asked.row(number)).containsEntry("state", "in-progress");
        world.settle();
    }

    @Test
    void the_same_message_sent_twice_stands_once() {
        var number = told();
        var api = world.api("ingrid-hauge").with("Idempotency-Key", "k-" + number);
        var first = api.send("POST", path(number, "/messages"), Map.of("text", "Én gang"));
        var second = api.send("POST", path(number, "/messages"), Map.of("text", "Én gang"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(texts(api, number)).containsOnlyOnce("Én gang");
    }

    /** A case with a public reply, a note and a change of priority. */
    private String told() {
        var number = asked.open("ingrid-hauge", "Tastaturet henger");
        var nina = world.api("nina-foss");
        nina.send("PUT", path(number, "/assignment"), "{\"seen\":null,\"handler\":\"" + world.person("nina-foss") + "\"}");
        nina.send("POST", path(number, "/messages"), Map.of("text", "Hei, vi ser på det"));
        nina.send("POST", path(number, "/messages"), Map.of("text", "Bare for oss", "audience", "internal"));
        put(nina, number, "priority", Map.of("seen", Map.of("impact", "individual", "urgency", "normal"), "impact", "group", "urgency", "high"));
        return number;
    }

    private void changes(Client api, String number, int status) {
        assertThat(put(api, number, "assignment", Map.of("handler", world.person("nina-foss"))).status()).isEqualTo(status);
        assertThat(put(api, number, "team", Map.of("seen", world.team("it-support"), "team", world.team("av"))).status()).isEqualTo(status);
        var seen = Map.of("impact", "individual", "urgency", "normal");
        assertThat(put(api, number, "priority", Map.of("seen", seen, "impact", "unit", "urgency", "low")).status()).isEqualTo(status);
        assertThat(put(api, number, "state", Map.of("seen", "new", "state", "in-progress")).status()).isEqualTo(status);
        assertThat(put(api, number, "waiting", Map.of("seen", "new", "waitsFor", "requester")).status()).isEqualTo(status);
        assertThat(api.send("DELETE", path(number, "/waiting?seen=waiting"), null).status()).isEqualTo(status);
        assertThat(put(api, number, "resolution", Map.of("seen", "new")).status()).isEqualTo(status);
    }

    private static List<String> listed(Client api) {
        return nodes(api.get("/api/cases?sort=number&state=all&limit=100").json().get("cases")).map(row -> row.get("number").asString()).toList();
    }

    private static List<String> texts(Client api, String number) {
        return nodes(api.get(path(number, "/messages")).json().get("messages")).map(message -> message.get("text").asString()).toList();
    }

    private static java.util.stream.Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
