package no.torg.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The database is killed with all its children: meanwhile a clear page, afterwards all as before, by itself and with nothing acknowledged lost. */
@TorgTest
@DirtiesContext
@TestPropertySource(properties = "torg.test.own=gone")
class DatabaseGoneTest {

    @Autowired
    private World world;

    @Value("${torg.database.data}")
    private Path data;

    @Test
    void says_so_while_it_is_gone_and_recovers_by_itself() throws IOException {
        var api = world.api("ingrid-hauge", "cases:write", "cases:read");
        var browser = world.browser("ingrid-hauge");
        var number = api.with("Idempotency-Key", UUID.randomUUID().toString()).send("POST", "/api/services/it-service-desk/requests",
                Map.of("answers", Map.of("description", "Skrevet rett før"))).json().get("number").asString();
        kill();
        var seen = new LinkedHashSet<Integer>();
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(20)).until(() -> {
            var page = browser.get("/cases/" + number);
            seen.add(page.status());
            if (page.status() == 503) {
                assertThat(page.body()).contains("<html").contains("Vi er straks tilbake");
            }
            return page.status() == 200 && page.body().contains("Skrevet rett før");
        });
        assertThat(seen).isSubsetOf(Set.of(200, 503)).contains(200);
        assertThat(api.get("/api/cases/" + number).status()).isEqualTo(200);
    }

    private void kill() throws IOException {
        var postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip())).orElseThrow();
        var all = new ArrayList<>(postmaster.descendants().toList());
        all.addFirst(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
