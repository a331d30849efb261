package no.torg.cases.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.cases.RequesterCases;
import no.torg.cases.RequesterCases.Before;
import no.torg.web.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Lists of one's own cases tell neither by their order nor by their places that something internal has happened. */
@TorgTest
@Import(Asked.class)
class OwnOrderTest {

    @Autowired
    private World world;

    @Autowired
    private Asked asked;

    @Autowired
    private RequesterCases own;

    @ParameterizedTest
    @ValueSource(strings = {"geir-lien", "nina-foss"})
    void a_note_moves_no_case_of_ones_own_and_no_place_tells_when_it_was_written(String person) {
        var first = asked.open(person, "Den første til " + person);
        var second = asked.open(person, "Den andre til " + person);
        note(first);
        for (var mine : List.of("&requester=me", "")) {
            var page = world.api(person).get("/api/cases?limit=1&sort=updated" + mine + "&service=it-service-desk").json();
            assertThat(number(page)).as(mine).isEqualTo(second);
            assertThat(place(page)).isEqualTo(Instant.parse(page.get("cases").get(0).get("updated").asString()).truncatedTo(ChronoUnit.MICROS));
            var next = world.api(person).get("/api/cases?limit=1&sort=updated" + mine + "&service=it-service-desk&after=" + page.get("next").asString()).json();
            assertThat(number(next)).as(mine).isEqualTo(first);
            assertThat(next.get("next").isNull() ? null : place(next)).isIn(null, Instant.parse(next.get("cases").get(0).get("updated").asString()).truncatedTo(ChronoUnit.MICROS));
        }
        var me = world.browser(person).get("/me").body();
        assertThat(me.indexOf(second)).isPositive().isLessThan(me.indexOf(first));
    }

    @Test
    void nor_of_those_that_are_done() {
        var person = world.actor("geir-lien");
        var first = asked.open("geir-lien", "Den første som er løst");
        var second = asked.open("geir-lien", "Den andre som er løst");
        for (var number : List.of(first, second)) {
            assertThat(world.api("lise-dahl").send("PUT", "/api/cases/" + number + "/resolution", Map.of("seen", "new")).status()).isEqualTo(204);
        }
        note(first);
        var done = world.at("fjordvik:", () -> own.done(person, Language.NB, null, 2));
        assertThat(done).extracting(one -> one.number()).containsExactly(second, first);
        var last = done.getLast();
        assertThat(last.changed()).isEqualTo(last.stateSince());
        var before = world.at("fjordvik:", () -> own.done(person, Language.NB, new Before(done.getFirst().changed(), done.getFirst().id()), 1));
        assertThat(before.getFirst().number()).isEqualTo(first);
    }

    private void note(String number) {
        assertThat(world.api("lise-dahl").send("POST", "/api/cases/" + number + "/messages", Map.of("text", "Bare for oss", "audience", "internal")).status()).isEqualTo(201);
    }

    private static String number(JsonNode page) {
        return page.get("cases").get(0).get("number").asString();
    }

    /** The moment that a cursor by the last change carries. */
    private static Instant place(JsonNode page) {
        var micros = ByteBuffer.wrap(Base64.getUrlDecoder().decode(page.get("next").asString())).getLong(2);
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
