package no.torg.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A case that is opened, handed over and closed moves the key figures by exactly that. */
@TorgTest
class KeyFiguresTest {

    @Autowired
    private World world;

    private JsonNode figures() {
        world.settle();
        return world.api("arne-solvang").get("/api/metrics/key-figures").json();
    }

    private static long n(JsonNode figures, String... path) {
        var node = figures;
        for (var step : path) {
            node = node.get(step);
            if (node == null) {
                return 0;
            }
        }
        return node.asLong();
    }

    private static long moved(JsonNode before, JsonNode after, String... path) {
        return n(after, path) - n(before, path);
    }

    private static void assertMoved(JsonNode before, JsonNode after, Map<String, Integer> by) {
        by.forEach((path, n) -> assertThat(moved(before, after, path.split("/"))).as(path).isEqualTo(n.longValue()));
    }

    private void move(String who, String number, Object from, Object to) {
        assertThat(world.api(who).send("PUT", "/api/cases/" + number + "/team", Map.of("seen", from, "team", to)).status()).isEqualTo(204);
    }

    @Test
    void a_case_moves_them_by_exactly_what_happened_to_it() {
        var before = figures();
        var number = world.api("kari-lunde").send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", "Skjermen er svart"))).json()
                .get("number").asString();
        var opened = figures();
        assertMoved(before, opened, Map.of("incidents", 1, "events", 1, "state_events/new", 1, "channel_last/api", 1, "events_without_assignee", 1));

        var from = world.api("nina-foss").get("/api/cases/" + number).json().get("details").get("team").get("id").asString();
        move("nina-foss", number, from, world.team("av"));
        var handed = figures();
        assertMoved(opened, handed, Map.of("handed_over/incidents", 1, "handed_over/hand_overs", 1, "handed_over/returned_to_an_earlier_team", 0, "incidents", 0));

        move("lise-dahl", number, world.team("av"), from);
        var back = figures();
        assertMoved(handed, back, Map.of("handed_over/incidents", 0, "handed_over/hand_overs", 1, "handed_over/returned_to_an_earlier_team", 1));

        var leader = world.api("lise-dahl");
        assertThat(leader.send("PUT", "/api/cases/" + number + "/closure", Map.of("seen", "new", "reason", "done")).status()).isEqualTo(204);
        var closed = figures();
        assertMoved(back, closed, Map.of("closed/count", 1, "resolved/count", 1, "incidents", 0));

        assertThat(leader.send("DELETE", "/api/cases/" + number + "/closure?seen=closed", null).status()).isEqualTo(204);
        assertMoved(closed, figures(), Map.of("closed/count", -1, "resolved/count", -1, "reopened_from_events", 1));
    }
}
