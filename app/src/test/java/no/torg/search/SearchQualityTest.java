package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.torg.events.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Real Norwegian questions and the texts that answer them: how high the right text comes among the first ten. */
class SearchQualityTest {

    private static final Set<String> ALL = Set.of("everyone");

    @TempDir
    Path folder;

    @Test
    void answers_norwegian_questions_as_well_as_promised(TestReporter report) throws IOException {
        var shared = Path.of(System.getProperty("TORG_SHARED", System.getenv().getOrDefault("TORG_SHARED", "../../shared")), "data", "search");
        assumeTrue(Files.isDirectory(shared), () -> "skipped: no " + shared.toAbsolutePath() + " (set TORG_SHARED)");
        var json = JsonMapper.shared();
        var names = new HashMap<UUID, String>();
        var changes = new ArrayList<Change>();
        for (String line : Files.readAllLines(shared.resolve("corpus.jsonl"))) {
            var text = json.readTree(line);
            var id = UUID.randomUUID();
            names.put(id, text.get("_id").asString());
            changes.add(new Change(1, id, List.of(new Entry("case", id, id, false, ALL, Set.of(), null, text.get("title").asString(),
                text.get("text").asString(),
                Set.of(), null, Instant.EPOCH, 0))));
        }
        try (var index = new Index(folder, Duration.ZERO)) {
            index.change(changes);
            index.reach(new Position(1, 1, new UUID(0, 1)));
            double sum = 0;
            var relevant = relevant(shared);
            var questions = Files.readAllLines(shared.resolve("queries.jsonl"));
            for (String line : questions) {
                var question = json.readTree(line);
                var hits = index.find(new SearchQuery(1, question.get("text").asString(), ALL, Set.of(), null, false, SearchQuery.Sort.RELEVANCE, null, 10));
                sum += ndcg(hits.hits().stream().map(hit -> names.get(hit.subject())).toList(), relevant.get(question.get("_id").asString()));
            }
            report.publishEntry("nDCG@10", Double.toString(sum / questions.size()));
            assertThat(questions).hasSizeGreaterThan(2_000);
            assertThat(sum / questions.size()).as("nDCG@10").isGreaterThanOrEqualTo(0.92);
        }
    }

    static double ndcg(List<String> found, Set<String> relevant) {
        double gain = 0;
        double best = 0;
        for (int place = 0; place < 10; place++) {
            double worth = Math.log(2) / Math.log(place + 2);
            gain += place < found.size() && relevant.contains(found.get(place)) ? worth : 0;
            best += place < relevant.size() ? worth : 0;
        }
        return gain / best;
    }

    static Map<String, Set<String>> relevant(Path shared) throws IOException {
        var relevant = new HashMap<String, Set<String>>();
        for (String line : Files.readAllLines(shared.resolve("qrels.tsv"))) {
            String[] parts = line.split("\t");
            if (parts[2].equals("1")) {
                relevant.computeIfAbsent(parts[0], id -> new HashSet<>()).add(parts[1]);
            }
        }
        return relevant;
    }
}
