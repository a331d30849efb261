package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The same questions and texts as {@link SearchQualityTest}, the texts sent in as cases and the questions asked over the API, in a world of their own. */
@TorgTest
@DirtiesContext
@TestPropertySource(properties = "torg.test.own=search")
class SearchAsAskedTest {

    @Autowired
    private World world;

    @Test
    void finds_what_was_sent_in_as_well_as_promised(TestReporter report) throws IOException {
        var shared = Path.of(System.getenv().getOrDefault("TORG_SHARED", "../../shared"), "data", "search");
        assumeTrue(Files.isDirectory(shared), () -> "skipped: no " + shared.toAbsolutePath() + " (set TORG_SHARED)");
        var json = JsonMapper.shared();
        var api = world.api("ingrid-hauge", "cases:write", "search:read");
        var names = new HashMap<String, String>();
        for (String line : Files.readAllLines(shared.resolve("corpus.jsonl"))) {
            var text = json.readTree(line);
            var sent = api.send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", text.get("title").asString() + "\n" + text.get("text").asString())));
            names.put(sent.json().get("number").asString(), text.get("_id").asString());
        }
        var last = names.keySet().stream().max(String::compareTo).orElseThrow();
        Awaitility.await().until(() -> found(api, last).contains(last));
        double sum = 0;
        var relevant = SearchQualityTest.relevant(shared);
        var questions = Files.readAllLines(shared.resolve("queries.jsonl"));
        for (String line : questions) {
            var question = json.readTree(line);
            sum += SearchQualityTest.ndcg(found(api, question.get("text").asString()).stream().map(names::get).toList(), relevant.get(question.get("_id").asString()));
        }
        report.publishEntry("nDCG@10 over the API", Double.toString(sum / questions.size()));
        assertThat(questions).hasSizeGreaterThan(2_000);
        assertThat(sum / questions.size()).as("nDCG@10").isGreaterThanOrEqualTo(0.90);
    }

    private static List<String> found(Client api, String question) {
        return api.get("/api/search?limit=10&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8)).json().get("cases").valueStream()
                .map(hit -> hit.get("number").asString()).toList();
    }
}
