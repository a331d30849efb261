package no.torg.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import no.torg.Client;
import no.torg.Heard;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.events.Followers;
import no.torg.people.TestSessions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A stream lasts no longer than what let its listener in: a session, a token, or being one of the organisation's – nor than the rights it began with. */
@TorgTest
class StreamEndTest {

    private static final Duration SOON = Duration.ofSeconds(12);

    @Autowired
    private World world;

    @Autowired
    private TestSessions sessions;

    @Autowired
    private Followers followers;

    @Test
    void it_ends_when_its_listener_signs_out_and_no_other_of_the_same_person_does() {
        ends("marte-solberg", browser -> assertThat(browser.post("/sign-out").status()).isEqualTo(303));
    }

    @Test
    void it_ends_when_the_session_is_deleted_runs_out_or_lies_idle() {
        ends("camilla-ronning", browser -> session(browser, sessions::delete));
        ends("camilla-ronning", browser -> session(browser, sessions::expire));
        ends("camilla-ronning", browser -> session(browser, sessions::leave));
    }

    @Test
    void it_ends_when_its_token_is_ended() {
        var listening = world.api("geir-lien");
        try (var heard = listen(listening, "/api/live")) {
            var id = listening.get("/api/tokens").json().path("tokens").get(0).path("id").asString();
            assertThat(listening.send("DELETE", "/api/tokens/" + id, null).status()).isEqualTo(204);
            ended(heard);
        }
    }

    @Test
    void it_ends_when_the_person_has_left() {
        var browser = signedIn("bjorg-tveit");
        var person = "/api/persons/" + world.person("bjorg-tveit");
        try (var heard = listen(browser, "/live")) {
            assertThat(world.api("arne-solvang").send("PATCH", person, Map.of("end", "2020-01-01T00:00:00Z")).status()).isEqualTo(200);
            ended(heard);
            assertThat(browser.get("/live").status()).isEqualTo(204);
        } finally {
            world.api("arne-solvang").send("PATCH", person, "{\"end\": null}");
        }
    }

    @Test
    void it_ends_when_a_right_is_lost_and_who_comes_again_hears_by_what_is_left() {
        var admin = world.api("arne-solvang");
        var granted = admin.send("POST", "/api/roles", Map.of("person", world.person("wenche-aas"), "role", "case-worker", "scopeKind", "team", "scope", world.team("av")));
        assertThat(granted.status()).isEqualTo(201);
        var browser = signedIn("wenche-aas");
        try (var heard = listen(browser, "/live")) {
            assertThat(admin.send("DELETE", "/api/roles/" + granted.json().get("id").asString(), null).status()).isEqualTo(204);
            ended(heard);
        }
        try (var again = listen(browser, "/live")) {
            assertThat(again.ended()).isFalse();
        }
    }

    /** Two browsers of one person's listen; what is done to the first ends its stream, and the second's goes on. */
    private void ends(String person, Consumer<Client> deed) {
        var left = signedIn(person);
        var stays = signedIn(person);
        try (var ending = listen(left, "/live"); var staying = listen(stays, "/live")) {
            deed.accept(left);
            ended(ending);
            assertThat(staying.ended()).isFalse();
        }
    }

    private void session(Client browser, Consumer<String> deed) {
        world.at("fjordvik:", () -> {
            deed.accept(String.valueOf(browser.cookie("torg-session")));
            return null;
        });
    }

    private Client signedIn(String key) {
        var browser = world.stranger("fjordvik");
        var mail = key.replace('-', '.') + "@fjordvik.example";
        assertThat(browser.post("/sign-in", "mail", mail, "password", World.PASSWORD, "next", "/").status()).isEqualTo(303);
        return browser;
    }

    /** A stream once it is open, when all that was logged before has been told. */
    private Heard listen(Client client, String path) {
        await("what was before is told").atMost(SOON).until(() -> followers.lag("live") == 0);
        var heard = client.listen(path);
        await("the stream is open").atMost(SOON).until(() -> heard.lines().equals(List.of(":listening", "")));
        return heard;
    }

    private static void ended(Heard heard) {
        await("the stream ends").atMost(SOON).until(heard::ended);
    }
}
