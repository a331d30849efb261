package no.torg.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import no.torg.TestFolder;

/** {@code ./torg bench [--cases N] [--only PARTS] [--json FILE] [--markdown FILE]} measures speed with a verdict a line; {@code ./torg bench tickets} real tickets through kill -9. */
public final class Bench {

    private Bench() {
    }

    /** Exits 0 when every verdict is good, 1 otherwise. */
    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var report = new Report();
        var folder = Files.createDirectories(TestFolder.PROJECT.resolve("target/bench"));
        if (words.contains("tickets")) {
            new TicketBench(folder, report).run(Integer.parseInt(option(words, "--limit", "1000000")));
        } else {
            var parts = option(words, "--only", "");
            new SpeedBench(folder, report, Integer.parseInt(option(words, "--cases", "100000")), parts.isEmpty() ? List.of() : List.of(parts.split(","))).run();
        }
        report.print(System.out);
        var json = option(words, "--json", "");
        if (!json.isEmpty()) {
            report.write(Path.of(json));
        }
        var markdown = option(words, "--markdown", "");
        if (!markdown.isEmpty()) {
            report.writeMarkdown(Path.of(markdown));
        }
        System.exit(report.good() ? 0 : 1);
    }

    private static String option(List<String> words, String name, String otherwise) {
        var at = words.indexOf(name);
        return at < 0 || at + 1 >= words.size() ? otherwise : words.get(at + 1);
    }
}
