package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.torg.Heard;
import no.torg.LivedIn;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Live updates tell those with a part in a case that it changed, and nobody else; of what is internal only staff. */
@LivedIn
class LiveAttackTest {

    private static final List<String> STAFF = List.of("kari-lunde", "lise-dahl");
    private static final List<String> OUTSIDE = List.of("oda-myhre", "eskil-rud", "ragnhild-sande", "arne-solvang", "solheim:bjorg-torsvik", "solheim:olav-bakke",
            "solheim:bente-loken");

    @Autowired
    private World world;

    @Autowired
    private ApplicationContext context;

    @Test
    void a_change_is_told_to_those_who_may_see_it_alone() {
        var streams = Handlers.of(context).stream().filter(Handlers.Handler::isStream).toList();
        assertThat(streams).isNotEmpty();
        for (var stream : streams) {
            listen(stream);
        }
    }

    private void listen(Handlers.Handler stream) {
        var number = world.api("ingrid-hauge").get("/api/cases?requester=me").json().get("cases").valueStream().map(one -> one.get("number").asString())
                .filter(one -> world.api("kari-lunde").get("/api/cases/" + one).status() == 200).findFirst().orElseThrow();
        var heard = new LinkedHashMap<String, Heard>();
        try {
            for (var person : List.of("ingrid-hauge", "kari-lunde", "lise-dahl")) {
                heard.put(person, open(stream, person));
            }
            OUTSIDE.forEach(person -> heard.put(person, open(stream, person)));
            say("kari-lunde", number, "internal");
            await(stream + " tells staff").atMost(Duration.ofSeconds(10)).until(() -> STAFF.stream().allMatch(person -> tells(heard.get(person), number)));
            assertThat(tells(heard.get("ingrid-hauge"), number)).as("the requester hears of a note").isFalse();
            say("kari-lunde", number, "public");
            await(stream + " tells the requester").atMost(Duration.ofSeconds(10)).until(() -> tells(heard.get("ingrid-hauge"), number));
            OUTSIDE.forEach(person -> assertThat(tells(heard.get(person), number)).as(person + " at " + stream).isFalse());
        } finally {
            heard.values().forEach(Heard::close);
        }
    }

    private Heard open(Handlers.Handler stream, String person) {
        var heard = (stream.isApi() ? world.api(person) : world.browser(person)).listen(stream.path());
        await(person + " listens").atMost(Duration.ofSeconds(10)).until(() -> !heard.lines().isEmpty());
        return heard;
    }

    private void say(String person, String number, String audience) {
        assertThat(world.api(person).send("POST", "/api/cases/" + number + "/messages", Map.of("text", "Nytt", "audience", audience)).status()).isEqualTo(201);
    }

    private static boolean tells(Heard heard, String number) {
        return heard.lines().stream().anyMatch(line -> line.contains(number));
    }
}
