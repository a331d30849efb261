package no.torg.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;

import no.torg.Client.Answer;
import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A body that becomes an object may not fill the memory; a file of any type goes by another way. */
@TorgTest
class BodyLimitTest {

    private static final String ASK = "/api/services/it-service-desk/requests";

    @Autowired
    private World world;

    @Test
    void a_large_body_is_refused_by_the_length_it_tells_and_by_what_comes() {
        var api = world.api("ingrid-hauge");
        tooLarge(api.send("POST", ASK, of(1_100_000)));
        tooLarge(api.sendInPieces("POST", ASK, "application/json", new ByteArrayInputStream(of(40_000_000).getBytes(UTF_8))));
        var page = world.browser("ingrid-hauge");
        tooLarge(page.with("X-XSRF-TOKEN", page.csrf()).send("POST", ASK, of(1_100_000)));
    }

    @Test
    void a_service_of_somebody_who_may_import_none_is_not_read() {
        assertThat(world.api("ingrid-hauge").send("POST", "/api/services/import", "application/zip", new byte[6 * 1024 * 1024]).status()).isEqualTo(403);
        assertThat(world.api("arne-solvang").send("POST", "/api/services/import", "application/zip", new byte[6 * 1024 * 1024]).status()).isEqualTo(422);
    }

    @Test
    void what_is_read_whole_is_read_as_before() {
        var api = world.api("ingrid-hauge");
        var much = api.send("POST", ASK, of(900_000));
        assertThat(much.status()).as(much.body()).isEqualTo(422);
        assertThat(api.sendInPieces("POST", ASK, "application/json", new ByteArrayInputStream(of(900_000).getBytes(UTF_8))).status()).isEqualTo(422);
        assertThat(api.send("POST", ASK, Map.of("answers", Map.of("description", "Kort"))).status()).isEqualTo(201);
        assertThat(api.send("POST", ASK, null).status()).isEqualTo(400);
        assertThat(api.send("POST", "/api/files?name=data.txt", "application/json", of(1_500_000).getBytes(UTF_8)).status()).isEqualTo(201);
        world.settle();
    }

    private static void tooLarge(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("web.body.too-large");
        assertThat(answer.json().get("title").asString()).contains("1 MB");
    }

    private static String of(int characters) {
        return "{\"answers\":{\"description\":\"" + "a".repeat(characters) + "\"}}";
    }
}
