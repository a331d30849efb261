package no.torg.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import no.torg.TestFolder;

/**
 * {@code ./torg bench [--only PARTS] [--json FILE] [--markdown FILE]} measures speed with a verdict a line; with {@code --cases N [--sizes N,N]} at ten thousand,
 * a hundred thousand and N cases, or at the sizes named; {@code ./torg bench tickets} real tickets through kill -9.
 */
public final class Bench {

    private static final int USUAL = 100_000;
    private static final int MOST = 1_000_000;

    private Bench() {
    }

    /** Exits 0 when every verdict is good, 1 otherwise. */
    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var report = new Report();
        var folder = Files.createDirectories(TestFolder.PROJECT.resolve("target/bench"));
        var markdown = option(words, "--markdown", "");
        var parts = option(words, "--only", "").isEmpty() ? List.<String>of() : List.of(option(words, "--only", "").split(","));
        var cases = Integer.parseInt(option(words, "--cases", "0"));
        if (words.contains("tickets")) {
            new TicketBench(folder, report).run(Integer.parseInt(option(words, "--limit", "1000000")));
        } else if (cases > 0) {
            var sizes = new SizeBench(folder, report, sizes(option(words, "--sizes", ""), Math.min(cases, MOST)), parts);
            sizes.run();
            if (!markdown.isEmpty()) {
                sizes.write(Path.of(markdown));
            }
        } else {
            new SpeedBench(folder, report, USUAL, parts).run();
        }
        report.print(System.out);
        var json = option(words, "--json", "");
        if (!json.isEmpty()) {
            report.write(Path.of(json));
        }
        if (!markdown.isEmpty() && cases == 0) {
            Files.writeString(Path.of(markdown), report.markdown());
        }
        System.exit(report.good() ? 0 : 1);
    }

    private static NavigableSet<Integer> sizes(String named, int largest) {
        var all = named.isEmpty() ? Stream.of(10_000, 100_000, largest) : Stream.of(named.split(",")).map(Integer::valueOf);
        return new TreeSet<>(all.map(size -> Math.min(size, largest)).toList());
    }

    private static String option(List<String> words, String name, String otherwise) {
        var at = words.indexOf(name);
        return at < 0 || at + 1 >= words.size() ? otherwise : words.get(at + 1);
    }
}
