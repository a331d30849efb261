package no.torg.cases.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The case worker's pages: what is kept when a change is refused, what has been read, and the lists beside. */
@TorgTest
@Import(Asked.class)
class DeskTest {

    @Autowired
    private World world;

    @Autowired
    private Asked asked;

    @Test
    void a_stale_change_shows_the_case_as_it_is_now_with_what_was_typed() {
        var number = asked.open("geir-lien", "Skriveren er tom");
        var nina = world.browser("nina-foss");
        world.browser("jon-moen").post(desk(number, "/assignment"), "seen", "", "handler", "me");
        var wait = nina.post(desk(number, "/waits"), "seen", "new", "for", "third-party", "until", "2031-05-04", "reason", "Toner <er> bestilt");
        assertThat(wait.status()).isEqualTo(409);
        assertThat(wait.body()).contains("value=\"Toner &lt;er> bestilt\"").contains("value=\"2031-05-04\"").contains("role=\"alert\"").contains("Jon Moen");
        assertThat(wait.body()).contains("name=\"seen\" value=\"in-progress\"");
        var closing = nina.post(desk(number, "/closure"), "seen", "new", "reason", "duplicate", "note", "Samme som den andre");
        assertThat(closing.status()).isEqualTo(409);
        assertThat(closing.body()).contains("value=\"Samme som den andre\"").containsPattern("value=\"duplicate\" id=\"close-duplicate\" checked");
        assertThat(asked.row(number)).containsEntry("state", "in-progress");

        var taken = nina.with("HX-Request", "true").post(desk(number, "/assignment"), "seen", "", "handler", "me");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.header("HX-Retarget")).isEqualTo("#notice");
        var date = nina.post(desk(number, "/waits"), "seen", "in-progress", "for", "date", "until", "i morgen", "reason", "Vi får se");
        assertThat(date.status()).isEqualTo(422);
        assertThat(date.body()).contains("Vi får se");
    }

    @Test
    void work_is_begun_and_the_priority_set_by_hand_with_a_reason_that_is_kept_when_it_is_refused() {
        var number = asked.open("geir-lien", "Skjermen flimrer");
        var nina = world.browser("nina-foss");
        assertThat(nina.post(desk(number, "/beginning"), "seen", "new").status()).isEqualTo(303);
        assertThat(asked.row(number)).containsEntry("state", "in-progress");
        assertThat(nina.post(desk(number, "/beginning"), "seen", "new").status()).isEqualTo(409);
        assertThat(byHand(nina, number, "2", "").status()).isEqualTo(409);
        var lengthy = "Fordi ".repeat(100);
        var refused = byHand(nina, number, "2", lengthy);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("value=\"" + lengthy + "\"");
        assertThat(byHand(nina, number, "to", "Fordi").status()).isEqualTo(422);
        assertThat(byHand(nina, number, "2", "Rektor skal tale").status()).isEqualTo(303);
        assertThat(asked.row(number)).containsEntry("priority", (short) 2).containsEntry("priority_reason", "Rektor skal tale");
        assertThat(nina.get("/work/cases/" + number).body()).contains("Rektor skal tale");
        assertThat(byHand(nina, number, "", "").status()).isEqualTo(303);
        assertThat(asked.row(number)).containsEntry("priority_reason", null);
    }

    @Test
    void a_priority_that_somebody_has_set_by_hand_is_not_wiped_by_who_has_not_seen_it() {
        var number = asked.open("geir-lien", "Prosjektoren er borte");
        var nina = world.browser("nina-foss");
        assertThat(byHand(nina, number, "1", "Eksamen i dag").status()).isEqualTo(303);
        var stale = world.browser("jon-moen").post(desk(number, "/priority"), "seen-impact", "individual", "seen-urgency", "normal", "seen-priority", "4", "impact", "individual", "urgency", "high");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(asked.row(number)).containsEntry("priority", (short) 1).containsEntry("priority_reason", "Eksamen i dag").containsEntry("urgency", "normal");
        assertThat(nina.get(desk(number, "")).body()).contains("name=\"seen-priority\" value=\"1\"");
        var seen = Map.of("impact", "individual", "urgency", "normal", "priority", 4);
        var over = world.api("jon-moen").send("PUT", Asked.path(number, "/priority"), Map.of("seen", seen, "impact", "individual", "urgency", "high"));
        assertThat(over.status()).isEqualTo(409);
    }

    private static Client.Answer byHand(Client client, String number, String override, String reason) {
        return client.post(desk(number, "/priority"), "seen-impact", "individual", "seen-urgency", "normal", "impact", "individual", "urgency", "normal", "override", override,
                "override-reason", reason);
    }

    @Test
    void a_change_from_a_part_of_the_page_answers_with_that_part() {
        var number = asked.open("geir-lien", "Musa er død");
        var part = world.browser("nina-foss").with("HX-Request", "true").post(desk(number, "/assignment"), "seen", "", "handler", "me");
        assertThat(part.status()).isEqualTo(200);
        assertThat(part.body()).startsWith("<aside").contains("id=\"case-head\"").doesNotContain("<html");
        var gone = world.browser("nina-foss").with("HX-Request", "true")
                .post(desk(number, "/team"), "seen", world.team("it-support").toString(), "team", world.team("hr").toString());
        assertThat(gone.header("HX-Redirect")).isEqualTo("/work");
        assertThat(asked.row(number)).containsEntry("team_id", world.team("hr"));
    }

    @Test
    void the_text_that_is_not_sent_stays_a_draft_of_its_own_kind() {
        var number = asked.open("geir-lien", "Nett på hytta");
        var nina = world.browser("nina-foss");
        assertThat(nina.post(desk(number, "/messages"), "audience", "public", "reply", "Vi ser på det", "note", "Han har spurt før", "once", number).status()).isEqualTo(303);
        var page = nina.get(desk(number, "")).body();
        assertThat(page).containsPattern("name=\"note\"[^>]*>\\s*Han har spurt før</textarea>").containsPattern("name=\"reply\"[^>]*>\\s*</textarea>");
        assertThat(world.browser("geir-lien").get("/cases/" + number).body()).doesNotContain("Han har spurt før");
        assertThat(world.browser("jon-moen").get(desk(number, "")).body()).as("drafts are one's own").doesNotContain("Han har spurt før");
        world.settle();
    }

    @Test
    void nothing_is_sent_when_the_button_is_not_that_of_the_text_on_top() {
        var number = asked.open("geir-lien", "Enter på feil sted");
        var nina = world.browser("nina-foss");
        var refused = nina.post(desk(number, "/messages"), "mode", "note", "audience", "public", "reply", "Et halvt svar", "note", "Ring først", "once", number);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Et halvt svar</textarea>").contains("Ring først</textarea>").contains("href=\"#note-text\"").containsPattern("value=\"note\"[^>]* checked");
        assertThat(nina.post(desk(number, "/messages"), "mode", "reply", "audience", "internal", "note", "Ring først").status()).isEqualTo(422);
        var files = nina.post(desk(number, "/messages"), Client.file("files", "nei.exe", "Nei"), "mode", "reply", "audience", "public", "reply", "Et halvt svar");
        assertThat(files.body()).contains("Et halvt svar</textarea>").contains("Vel alle filene på nytt.");
        assertThat(world.browser("geir-lien").get("/cases/" + number).body()).doesNotContain("Et halvt svar").doesNotContain("Ring først");
        assertThat(nina.post(desk(number, "/messages"), "mode", "note", "audience", "internal", "note", "Ring først").status()).isEqualTo(303);
        world.settle();
    }

    @Test
    void reading_is_told_by_a_post_and_opening_a_page_writes_nothing() {
        var number = asked.open("geir-lien", "Hvem leser dette");
        var nina = world.browser("nina-foss");
        assertThat(nina.get(desk(number, "")).body()).contains("data-reading=");
        assertThat(nina.get(desk(number, "")).body()).contains("data-reading=");
        assertThat(nina.post(desk(number, "/reading"), "seq", "1").status()).isEqualTo(303);
        assertThat(nina.get(desk(number, "")).body()).doesNotContain("data-reading=");
        assertThat(nina.get("/work/unassigned").body()).contains(number);
        assertThat(world.browser("jon-moen").get(desk(number, "")).body()).contains("data-reading=");
        assertThat(world.browser("oda-myhre").post(desk(number, "/reading"), "seq", "1").status()).isEqualTo(404);
    }

    @Test
    void what_was_said_lengthyago_is_a_page_further_back() {
        var number = asked.open("geir-lien", "Den aller første");
        var api = world.api("nina-foss");
        var nina = world.browser("nina-foss");
        var file = api.send("POST", "/api/files?name=kvittering.txt", "text/plain", "Betalt".getBytes(UTF_8)).json().get("id").asString();
        api.send("POST", Asked.path(number, "/messages"), Map.of("text", "Notat nummer 2", "audience", "internal", "attachments", List.of(file)));
        assertThat(nina.get(desk(number, "")).body()).contains("<span class=\"count\">2</span>").contains("kvittering.txt");
        for (int i = 3; i <= 103; i++) {
            api.send("POST", Asked.path(number, "/messages"), Map.of("text", "Notat nummer " + i, "audience", "internal"));
        }
        for (var page : List.of("", "?before=4", "/answers")) {
            assertThat(nina.get(desk(number, page)).body()).as(page).contains("<span class=\"count\">103</span>").contains("kvittering.txt");
        }
        assertThat(nina.get(desk(number, "")).body()).contains("Notat nummer 4<").doesNotContain("Notat nummer 3<").contains("?before=4");
        assertThat(nina.get(desk(number, "?before=4")).body()).contains("Den aller første").contains("Notat nummer 3<").doesNotContain("Notat nummer 4<");
        var first = api.get(Asked.path(number, "/messages")).json();
        assertThat(first.get("before").asInt()).isEqualTo(4);
        assertThat(api.get(Asked.path(number, "/messages?before=4")).json().get("messages").size()).isEqualTo(3);
        world.settle();
    }

    @Test
    void beside_a_case_stands_what_else_its_requester_asked_of_those_who_read() {
        var number = asked.open("siv-breivik", "Den ene");
        var other = asked.open("siv-breivik", "Den andre");
        var third = asked.open("siv-breivik", "Den tredje");
        var nina = world.browser("nina-foss");
        assertThat(nina.get(desk(number, "")).body()).containsSubsequence(third, other);
        nina.post(desk(third, "/team"), "seen", world.team("it-support").toString(), "team", world.team("hr").toString());
        assertThat(nina.get(desk(number, "")).body()).contains(other).doesNotContain(third);
        world.settle();
    }

    @Test
    void who_begins_to_work_in_a_team_may_be_given_its_cases_at_once() {
        var number = asked.open("geir-lien", "Til den nye");
        var nina = world.browser("nina-foss");
        var wenche = "value=\"" + world.person("wenche-aas") + "\"";
        assertThat(nina.get(desk(number, "")).body()).doesNotContain(wenche);
        var admin = world.api("arne-solvang");
        var granted = admin.send("POST", "/api/roles", Map.of("person", world.person("wenche-aas"), "role", "case-worker", "scopeKind", "team", "scope", world.team("it-support")));
        assertThat(nina.get(desk(number, "")).body()).contains(wenche);
        assertThat(admin.send("DELETE", "/api/roles/" + granted.json().get("id").asString(), null).status()).isEqualTo(204);
        assertThat(nina.get(desk(number, "")).body()).doesNotContain(wenche);
    }

    @Test
    void an_owner_follows_the_cases_of_their_services() {
        var number = asked.open("geir-lien", "Til eieren");
        var vilde = world.browser("vilde-sorum");
        assertThat(vilde.get("/work/owned").body()).contains(number);
        assertThat(vilde.get("/work").body()).contains("/work/owned").doesNotContain("/work/unassigned");
        var none = world.browser("nina-foss").get("/work/owned");
        assertThat(none.status()).isLessThan(500);
        assertThat(none.body()).doesNotContain(number);
        assertThat(world.browser("geir-lien").get("/work").status()).isEqualTo(404);
        assertThat(world.browser("nina-foss").get("/work/teams/" + world.team("av")).status()).isEqualTo(404);
    }

    @Test
    void an_empty_list_says_what_to_do() {
        var aud = world.browser("solheim:aud-vikane", "nb");
        assertThat(aud.get("/work").body()).contains("Alt er unna.").contains("<p><a href=\"/work/unassigned\">Se Ikke tildelt</a></p>").doesNotContain("Ingen saker passer");
        assertThat(aud.get("/work/unassigned").body()).contains("Alt er unna.").doesNotContain("Se Ikke tildelt");
        for (var narrowed : new String[] {"?text=finnesikke", "?state=closed", "?priority=1"}) {
            assertThat(aud.get("/work/overdue" + narrowed).body()).as(narrowed).contains("Ingen saker passer. Prøv andre ord eller fjern filtrene.")
                    .contains("<p><a href=\"/work/overdue\">Fjern filtrene</a></p>").doesNotContain("Alt er unna");
        }
    }

    @Test
    void a_number_typed_in_the_search_leads_to_the_case() {
        var number = asked.open("geir-lien", "Finn meg");
        Client nina = world.browser("nina-foss");
        assertThat(nina.get("/work/search?q=" + number).header("location")).isEqualTo("/work/cases/" + number);
        assertThat(nina.get("/work/search?q=" + Integer.parseInt(number.substring(5))).body()).contains(number);
    }

    private static String desk(String number, String rest) {
        return "/work/cases/" + number + rest;
    }
}
