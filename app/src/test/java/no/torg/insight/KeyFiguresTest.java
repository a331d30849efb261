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

    @Test
    void a_case_moves_them_by_exactly_what_happened_to_it() {
        var before = figures();
        var number = world.api("kari-lunde").send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", "Skjermen er svart"))).json()
                .get("number").asString();
        var opened = figures();
        assertThat(moved(before, opened, "incidents")).isEqualTo(1);
        assertThat(moved(before, opened, "events")).isEqualTo(1);
        assertThat(moved(before, opened, "state_events", "new")).isEqualTo(1);
        assertThat(moved(before, opened, "channel_last", "api")).isEqualTo(1);
        assertThat(moved(before, opened, "events_without_assignee")).isEqualTo(1);

        var worker = world.api("nina-foss");
        var file = worker.get("/api/cases/" + number).json().get("details");
        assertThat(file).as(number).isNotNull();
        var from = file.get("team").get("id").asString();
        var to = world.team("av").toString();
        assertThat(worker.send("PUT", "/api/cases/" + number + "/team", Map.of("seen", from, "team", to)).status()).isEqualTo(204);
        var handed = figures();
        assertThat(moved(opened, handed, "handed_over", "incidents")).isEqualTo(1);
        assertThat(moved(opened, handed, "handed_over", "hand_overs")).isEqualTo(1);
        assertThat(moved(opened, handed, "handed_over", "returned_to_an_earlier_team")).isZero();

        var owner = world.api("lise-dahl");
        assertThat(owner.send("PUT", "/api/cases/" + number + "/team", Map.of("seen", to, "team", from)).status()).isEqualTo(204);
        var back = figures();
        assertThat(moved(handed, back, "handed_over", "incidents")).isZero();
        assertThat(moved(handed, back, "handed_over", "hand_overs")).isEqualTo(1);
        assertThat(moved(handed, back, "handed_over", "returned_to_an_earlier_team")).isEqualTo(1);

        assertThat(owner.send("PUT", "/api/cases/" + number + "/closure", Map.of("seen", "new", "reason", "done")).status()).isEqualTo(204);
        var closed = figures();
        assertThat(moved(back, closed, "closed", "count")).isEqualTo(1);
        assertThat(moved(back, closed, "resolved", "count")).isEqualTo(1);
        assertThat(moved(before, closed, "incidents")).isEqualTo(1);

        assertThat(owner.send("DELETE", "/api/cases/" + number + "/closure?seen=closed", null).status()).isEqualTo(204);
        var again = figures();
        assertThat(moved(closed, again, "closed", "count")).isEqualTo(-1);
        assertThat(moved(closed, again, "resolved", "count")).isEqualTo(-1);
        assertThat(moved(closed, again, "reopened_from_events")).isEqualTo(1);
    }
}
