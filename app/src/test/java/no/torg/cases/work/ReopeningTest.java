package no.torg.cases.work;

import static no.torg.cases.work.Asked.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Opening a case again: its requester within the fourteen days that the IT service desk gives from when it was resolved, who works with it always. */
@TorgTest
@Import({Asked.class, ToldCases.class})
class ReopeningTest {

    private static final Duration WINDOW = Duration.ofDays(14);

    @Autowired
    private World world;
    @Autowired
    private Asked asked;
    @Autowired
    private ToldCases told;

    @ParameterizedTest
    @CsvSource({"resolved", "closed"})
    void a_requester_opens_a_case_again_within_the_window(String state) {
        var number = told.ended(state, WINDOW.minusHours(2));
        world.settle();
        assertThat(asked.row(number)).containsEntry("state", state);
        assertThat(world.browser("ingrid-hauge").get("/cases/" + number).body()).contains("/cases/" + number + "/reopening");
        assertThat(reopened("ingrid-hauge", number, state).status()).isEqualTo(204);
        assertThat(asked.row(number)).containsEntry("state", "in-progress").containsEntry("resolved_at", null).containsEntry("closed_at", null)
                .containsEntry("reopenings", (short) 1);
        told.close(number);
    }

    @ParameterizedTest
    @CsvSource({"resolved", "closed"})
    void a_case_closes_itself_when_the_window_is_over_and_its_requester_opens_it_no_more(String state) {
        var number = told.ended(state, WINDOW.plusHours(2));
        world.settle();
        assertThat(asked.row(number)).containsEntry("state", "closed");
        assertThat(world.browser("ingrid-hauge").get("/cases/" + number).body()).doesNotContain("/cases/" + number + "/reopening");
        var refused = reopened("ingrid-hauge", number, "closed");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("cases.closure.too-late");
        assertThat(world.browser("ingrid-hauge").post("/cases/" + number + "/reopening").status()).isEqualTo(409);
        assertThat(asked.row(number)).containsEntry("state", "closed").containsEntry("reopenings", (short) 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 200})
    void a_case_worker_opens_a_case_again_however_long_ago_it_ended(int days) {
        var number = told.ended("closed", Duration.ofDays(days));
        assertThat(reopened("nina-foss", number, "closed").status()).isEqualTo(204);
        assertThat(asked.row(number)).containsEntry("state", "in-progress").containsEntry("reopenings", (short) 1);
        told.close(number);
    }

    private Client.Answer reopened(String by, String number, String seen) {
        return world.api(by).send("DELETE", path(number, "/closure?seen=" + seen), null);
    }
}
