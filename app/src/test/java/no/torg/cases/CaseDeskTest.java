package no.torg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case from opened to closed by its page, as a case worker does it without JavaScript. */
@TorgTest
class CaseDeskTest {

    @Autowired
    private World world;

    @Autowired
    private DSLContext db;

    @Test
    void a_case_worker_takes_answers_and_resolves_and_the_requester_sees_it() {
        var number = opened("ingrid-hauge", "Skriveren spiser papir");
        var worker = world.browser("nina-foss");
        assertThat(worker.get("/work/unassigned").body()).contains(number);
        assertThat(worker.post(desk(number) + "/assignment", "seen", "", "handler", "me").status()).isEqualTo(303);
        assertThat(worker.get("/work").body()).contains(number);
        assertThat(row(number)).containsEntry("state", "in-progress").containsEntry("handler_id", world.person("nina-foss"));

        assertThat(worker.post(desk(number) + "/messages", "audience", "internal", "note", "Samme som i går", "once", "n1").status()).isEqualTo(303);
        assertThat(worker.post(desk(number) + "/messages", "audience", "public", "reply", "Prøv nå", "then", "resolve", "once", "r1").status()).isEqualTo(303);
        assertThat(worker.get(desk(number)).body()).contains("Samme som i går").contains("Prøv nå");
        assertThat(row(number)).containsEntry("state", "resolved");

        var own = world.browser("ingrid-hauge").get("/cases/" + number).body();
        assertThat(own).contains("Prøv nå").doesNotContain("Samme som i går").contains("/reopening");
        assertThat(world.browser("ingrid-hauge").post("/cases/" + number + "/messages", "text", "Det virker ikke", "once", "x").status()).isEqualTo(303);
        assertThat(row(number)).containsEntry("state", "in-progress").containsEntry("resolved_at", null);
        assertThat(worker.post(desk(number) + "/closure", "seen", "in-progress", "reason", "done").status()).isEqualTo(303);
        assertThat(worker.get(desk(number) + "/history").body()).contains("Nina Foss");
        assertThat(worker.get(desk(number) + "/answers").body()).contains("Skriveren spiser papir");
        world.settle();
    }

    @Test
    void a_stale_change_is_refused_and_nothing_changes() {
        var number = opened("oda-myhre", "Eg får ikkje logga inn");
        var first = world.browser("nina-foss");
        assertThat(first.post(desk(number) + "/assignment", "seen", "", "handler", "me").status()).isEqualTo(303);
        var second = world.browser("jon-moen").post(desk(number) + "/assignment", "seen", "", "handler", "me");
        assertThat(second.status()).isEqualTo(409);
        assertThat(row(number)).containsEntry("handler_id", world.person("nina-foss"));
        assertThat(world.browser("jon-moen").post(desk(number) + "/resolution", "seen", "new").status()).isEqualTo(409);
        assertThat(row(number)).containsEntry("state", "in-progress");
    }

    @Test
    void a_message_that_is_refused_keeps_what_was_typed() {
        var number = opened("oda-myhre", "Mappa mi er borte");
        var answer = world.browser("nina-foss").post(desk(number) + "/messages", "audience", "public", "reply", " ", "note", "Ikkje send dette");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Ikkje send dette").contains("ds-error-summary");
    }

    @Test
    void waiting_for_the_requester_ends_with_their_reply() {
        var number = opened("geir-lien", "Trenger en mappe");
        var worker = world.browser("nina-foss");
        worker.post(desk(number) + "/messages", "audience", "public", "reply", "Hvilken mappe?", "then", "wait-for-requester", "once", "w");
        assertThat(row(number)).containsEntry("state", "waiting");
        assertThat(world.browser("geir-lien").get("/me").body()).contains(number);
        world.browser("geir-lien").post("/cases/" + number + "/messages", "text", "Den røde", "once", "w2");
        assertThat(row(number)).containsEntry("state", "in-progress");
        world.settle();
    }

    @Test
    void who_has_nothing_to_do_with_it_finds_nothing() {
        var number = opened("ingrid-hauge", "Hemmelig hilsen");
        for (var other : new String[] {"oda-myhre", "leila-amundsen", "arne-solvang", "tor-myklebust"}) {
            assertThat(world.browser(other).get(desk(number)).status()).as(other).isEqualTo(404);
            assertThat(world.browser(other).post(desk(number) + "/assignment", "seen", "", "handler", "me").status()).as(other).isEqualTo(404);
        }
        assertThat(world.browser("ingrid-hauge").get(desk(number)).status()).isEqualTo(303);
        assertThat(world.browser("ingrid-hauge").post(desk(number) + "/messages", "audience", "internal", "note", "x").status()).isEqualTo(403);
        assertThat(world.browser("lise-dahl").get(desk(number)).status()).isEqualTo(200);
        assertThat(world.browser("vilde-sorum").get(desk(number)).status()).isEqualTo(200);
    }

    @Test
    void the_history_says_what_was_changed_once() {
        var number = opened("geir-lien", "Skjermen er svart");
        world.browser("nina-foss").post(desk(number) + "/assignment", "seen", "", "handler", "me");
        var judged = world.at("fjordvik:", () -> db.fetchSingle("select impact, urgency from cases.case_file where number = ?", number).into(String[].class));
        assertThat(world.browser("nina-foss").post(desk(number) + "/priority", "seen-impact", judged[0], "seen-urgency", judged[1], "impact", judged[0], "urgency", judged[1],
                "override", "1", "override-reason", "Haster").status()).isEqualTo(303);

        assertThat(history(number, "nb")).contains("endret tilstanden: Mottatt → Vi jobber med det").contains("tok saken Ansvarlig: ingen → Nina Foss").contains("endret prioriteten: ");
        assertThat(history(number, "nn")).contains("endra tilstanden: Motteken → Vi arbeider med det").contains("endra prioriteten: ");
        assertThat(history(number, "en")).contains("changed the state: Received → We are working on it").contains("changed the priority: ");
    }

    private String history(String number, String language) {
        return world.browser("nina-foss", language).get(desk(number) + "/history").body().replaceAll("<[^>]*>", "");
    }

    private String opened(String by, String text) {
        return open(world.api(by), text);
    }

    private static String open(Client api, String text) {
        return api.with("Idempotency-Key", UUID.randomUUID().toString())
                .send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", text))).json().get("number").asString();
    }

    private static String desk(String number) {
        return "/work/cases/" + number;
    }

    private Map<String, Object> row(String number) {
        return world.at("fjordvik:", () -> db.fetchSingle("select state, handler_id, resolved_at from cases.case_file where number = ?", number).intoMap());
    }
}
