package no.torg.cases.work;

import static no.torg.cases.work.Asked.path;
import static no.torg.cases.work.Asked.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.cases.QueueFolding;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Every change of a case over the API: its row, its event, the team's counts, and what is refused. */
@TorgTest
@Import(Asked.class)
class CaseChangesApiTest {

    @Autowired
    private World world;

    @Autowired
    private Asked asked;

    @Autowired
    private QueueFolding folding;

    @Test
    void a_case_is_taken_assigned_and_released() {
        var number = asked.open("ingrid-hauge", "Mus uten ledning");
        var nina = world.api("nina-foss");
        var before = asked.counted("it-support");
        assertThat(put(nina, number, "assignment", assignment(null, "nina-foss")).status()).isEqualTo(204);
        assertThat(asked.row(number)).containsEntry("handler_id", world.person("nina-foss")).containsEntry("state", "in-progress");
        assertThat(asked.counted("it-support")).isEqualTo(List.of(before.get(0), before.get(1) - 1));
        assertThat(put(nina, number, "assignment", assignment("nina-foss", "jon-moen")).status()).isEqualTo(204);
        assertThat(asked.fromTo(number, "cases.assigned")).containsExactly(world.person("nina-foss").toString(), world.person("jon-moen").toString());
        assertThat(put(nina, number, "assignment", assignment("jon-moen", null)).status()).isEqualTo(204);
        assertThat(asked.row(number)).containsEntry("handler_id", null);
        assertThat(asked.counted("it-support")).isEqualTo(before);
        assertThat(asked.events(number)).containsExactly("cases.opened", "cases.assigned", "cases.state-changed", "cases.assigned", "cases.assigned");

        refused(put(nina, number, "assignment", assignment("jon-moen", "nina-foss")), "cases.stale");
        refused(put(nina, number, "assignment", assignment(null, "hanne-vold")), "cases.assignment.not-in-team");
        refused(put(nina, number, "assignment", assignment(null, "ingrid-hauge")), "cases.assignment.own-case");
    }

    @Test
    void a_case_moves_to_another_team_where_nobody_has_it() {
        var number = asked.open("ingrid-hauge", "Projektoren i auditoriet");
        var kari = world.api("kari-lunde");
        var from = asked.counted("it-support");
        var to = asked.counted("av");
        put(kari, number, "assignment", assignment(null, "kari-lunde"));
        var move = Map.of("seen", world.team("it-support"), "team", world.team("av"));
        assertThat(put(kari, number, "team", move).status()).isEqualTo(204);
        assertThat(asked.row(number)).containsEntry("team_id", world.team("av")).containsEntry("handler_id", null);
        assertThat(asked.fromTo(number, "cases.moved")).containsExactly(world.team("it-support").toString(), world.team("av").toString());
        assertThat(asked.counted("it-support")).isEqualTo(List.of(from.get(0) - 1, from.get(1) - 1));
        assertThat(asked.counted("av")).isEqualTo(List.of(to.get(0) + 1, to.get(1) + 1));
        refused(put(kari, number, "team", move), "cases.stale");
        refused(put(kari, number, "team", Map.of("seen", world.team("av"), "team", world.person("kari-lunde"))), "cases.team.unknown");
        assertThat(world.api("nina-foss").get(path(number, "")).status()).as("no longer her team's").isEqualTo(404);
    }

    @Test
    void priority_follows_of_impact_and_urgency_or_is_given_with_a_reason() {
        var number = asked.open("ingrid-hauge", "Nettet er tregt");
        var nina = world.api("nina-foss");
        var seen = Map.of("impact", "individual", "urgency", "normal");
        assertThat(put(nina, number, "priority", Map.of("seen", seen, "impact", "unit", "urgency", "high")).status()).isEqualTo(204);
        assertThat(asked.row(number)).containsEntry("priority", (short) 2).containsEntry("impact", "unit").containsEntry("urgency", "high");
        assertThat(asked.fromTo(number, "cases.prioritised")).containsExactly("4", "2");
        refused(put(nina, number, "priority", Map.of("seen", seen, "impact", "unit", "urgency", "low")), "cases.stale");
        var now = Map.of("impact", "unit", "urgency", "high");
        refused(put(nina, number, "priority", Map.of("seen", now, "impact", "unit", "urgency", "high", "priority", 1)), "cases.priority.reason");
        refused(put(nina, number, "priority", Map.of("seen", now, "impact", "planet", "urgency", "high")), "cases.priority.unknown");
        assertThat(put(nina, number, "priority", Map.of("seen", now, "impact", "unit", "urgency", "high", "priority", 1, "reason", "Eksamen")).status()).isEqualTo(204);
        assertThat(asked.row(number)).containsEntry("priority", (short) 1).containsEntry("priority_reason", "Eksamen");
    }

    @Test
    void a_case_waits_goes_on_is_resolved_closed_and_opened_again() {
        var number = asked.open("ingrid-hauge", "Passordet er glemt");
        var nina = world.api("nina-foss");
        var before = asked.counted("it-support");
        assertThat(put(nina, number, "state", Map.of("seen", "new", "state", "in-progress")).status()).isEqualTo(204);
        refused(put(nina, number, "state", Map.of("seen", "new", "state", "in-progress")), "cases.stale");
        refused(put(nina, number, "waiting", Map.of("seen", "new", "waitsFor", "requester")), "cases.stale");
        refused(put(nina, number, "waiting", Map.of("seen", "in-progress", "waitsFor", "date")), "cases.waiting.date");
        var wait = Map.of("seen", "in-progress", "waitsFor", "third-party", "until", Instant.now().plusSeconds(90_000).toString(), "reason", "Leverandøren");
        assertThat(put(nina, number, "waiting", wait).status()).isEqualTo(204);
        var waiting = nina.get(path(number, "")).json();
        assertThat(List.of(waiting.get("details").get("waitsFor").asString(), waiting.get("waits").get(0).get("reason").asString())).containsExactly("third-party", "Leverandøren");
        assertThat(waiting.get("details").get("due").isNull()).isTrue();
        refused(nina.send("DELETE", path(number, "/waiting?seen=in-progress"), null), "cases.stale");
        assertThat(nina.send("DELETE", path(number, "/waiting?seen=waiting"), null).status()).isEqualTo(204);
        assertThat(nina.get(path(number, "")).json().get("details").get("due").isNull()).isFalse();
        assertThat(put(nina, number, "resolution", Map.of("seen", "in-progress")).status()).isEqualTo(204);
        assertThat(asked.counted("it-support")).isEqualTo(List.of(before.get(0) - 1, before.get(1) - 1));
        refused(put(nina, number, "resolution", Map.of("seen", "in-progress")), "cases.stale");
        refused(put(nina, number, "closure", Map.of("seen", "resolved", "reason", "boredom")), "cases.closure.reason");
        assertThat(put(nina, number, "closure", Map.of("seen", "resolved", "reason", "done", "note", "Ferdig")).status()).isEqualTo(204);
        refused(nina.send("DELETE", path(number, "/closure?seen=resolved"), null), "cases.stale");
        assertThat(nina.send("DELETE", path(number, "/closure?seen=closed"), null).status()).isEqualTo(204);
        assertThat(asked.row(number)).containsEntry("state", "in-progress").containsEntry("closed_at", null).containsEntry("resolved_at", null);
        assertThat(asked.counted("it-support")).isEqualTo(before);
        assertThat(asked.events(number)).containsExactly("cases.opened", "cases.state-changed", "cases.waiting-began", "cases.waiting-ended", "cases.resolved",
                "cases.closed", "cases.reopened");
        world.settle();
    }

    @Test
    void what_cannot_be_read_is_named() {
        var number = asked.open("ingrid-hauge", "Skjermen");
        var nina = world.api("nina-foss").with("Accept-Language", "en");
        wrong(put(nina, number, "assignment", Map.of("handlr", "x")), 400, "handlr", "web.invalid.unknown");
        wrong(put(nina, number, "assignment", Map.of("handler", "not an id")), 400, "handler", "web.invalid.type");
        wrong(put(nina, number, "priority", Map.of("priority", "high")), 400, "priority", "web.invalid.type");
        wrong(put(nina, number, "priority", Map.of("impact", "unit")), 422, "seen", "web.invalid.missing");
        wrong(put(nina, number, "state", Map.of("seen", "new", "state", "gone")), 422, "state", "web.invalid.choice");
        wrong(put(nina, number, "resolution", Map.of()), 422, "seen", "web.invalid.missing");
        wrong(nina.send("DELETE", path(number, "/closure"), null), 400, "seen", "web.invalid.missing");
        wrong(nina.send("POST", path(number, "/messages"), Map.of("text", "x", "audience", "everybody")), 422, "audience", "web.invalid.choice");
        wrong(nina.get("/api/cases?state=lost"), 422, "state", "web.invalid.choice");
        wrong(nina.get("/api/cases?priority=nine"), 400, "priority", "web.invalid.type");
        wrong(nina.get("/api/cases?limit=1000"), 422, "limit", "web.invalid.range");
        wrong(nina.get("/api/cases?after=nonsense"), 422, "after", "cases.filter.after");
        wrong(nina.get("/api/cases?service=nowhere"), 422, "service", "cases.filter.service");
        assertThat(put(nina, "2026-999999", "resolution", Map.of("seen", "new")).status()).isEqualTo(404);
        assertThat(nina.send("PUT", path(number, "/resolution"), "[broken").status()).isEqualTo(400);
    }

    @Test
    void a_token_does_no_more_than_it_was_granted() {
        var number = asked.open("ingrid-hauge", "Hodetelefoner");
        var reads = world.api("nina-foss", "cases:read");
        assertThat(reads.get(path(number, "")).status()).isEqualTo(200);
        assertThat(put(reads, number, "resolution", Map.of("seen", "new")).status()).isEqualTo(403);
        assertThat(world.api("nina-foss", "cases:write").get("/api/cases").status()).isEqualTo(403);
        assertThat(world.stranger("fjordvik").get("/api/cases").status()).isEqualTo(401);
    }

    @Test
    void counts_are_what_a_recount_gives_also_when_folded() {
        asked.open("ingrid-hauge", "En til");
        assertThat(world.at("fjordvik:", folding::drift)).isEmpty();
        var delta = "insert into cases.queue_delta (id, team_id, open, unassigned) values (gen_random_uuid(), ?, ?, 0)";
        asked.execute(delta, world.team("hr"), 1);
        assertThat(world.at("fjordvik:", folding::drift)).hasSize(1).first().satisfies(drift -> assertThat(drift.team()).isEqualTo(world.team("hr")));
        asked.execute(delta, world.team("hr"), -1);
        assertThat(world.at("fjordvik:", folding::drift)).isEmpty();
    }

    private Map<String, Object> assignment(String seen, String handler) {
        var assignment = new HashMap<String, Object>();
        assignment.put("seen", seen == null ? null : world.person(seen));
        assignment.put("handler", handler == null ? null : world.person(handler));
        return assignment;
    }

    private static void refused(Client.Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    private static void wrong(Client.Answer answer, int status, String field, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        var error = answer.json().get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("message").asString()).isNotEmpty();
    }
}
