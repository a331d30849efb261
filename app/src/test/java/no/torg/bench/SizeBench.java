package no.torg.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

import org.jspecify.annotations.Nullable;

/** The same measured at several sizes, to see what grows with the number of cases, with a verdict on each goal for the largest. */
final class SizeBench {

    private static final List<String> GROW_LITTLE = List.of("queue list", "case page");

    /** As {@link SizeRun} calls it. */
    static final String IMPORTED = "import until figures and search have followed, events a second";
    static final String PEAK = "import of a log " + Importing.LARGE + " × as large: peak memory as a multiple";
    static final String HEAP = "import of a log " + Importing.LARGE + " × as large: heap in use at the end as a multiple";
    static final String SERVING = "import of a log " + Importing.LARGE + " × as large: peak memory of who serves as a multiple";
    static final String QUIET = "queue list, 8 clients who read what they see";
    static final String BEFORE = "queue list, 8 clients who read, before an import";
    static final String BESIDE = "the same beside an import";
    static final String BESIDE_WRONG = "beside an import, answers that were wrong";

    private final Path folder;
    private final Report report;
    private final NavigableSet<Integer> sizes;
    private final int largest;
    private final List<String> parts;
    private final Map<Integer, Map<String, Double>> measured = new LinkedHashMap<>();

    SizeBench(Path folder, Report report, NavigableSet<Integer> sizes, List<String> parts) {
        this.folder = folder;
        this.report = report;
        this.sizes = sizes;
        this.largest = sizes.last();
        this.parts = parts;
    }

    void run() throws Exception {
        var begun = System.nanoTime();
        for (int size : sizes) {
            measured.put(size, new SizeRun(folder.resolve("cases-" + size), size, parts).run());
        }
        verdicts();
        report.line("all of this, filling included", (System.nanoTime() - begun) / 6e10, "min");
    }

    private void verdicts() {
        var last = measured.get(largest);
        goal("queue list", last.get("queue list"), 25);
        goal("case page", last.get("case page"), 25);
        last.forEach((kind, p95) -> {
            if (kind.startsWith("search, ")) {
                goal(kind, p95, 60);
            }
        });
        goal("insight front page", last.get("insight front page"), 300);
        for (var kind : GROW_LITTLE) {
            var first = measured.values().iterator().next().get(kind);
            if (first != null && last.get(kind) != null && measured.size() > 1) {
                report.atMost(kind + ": p95 at %,d as a multiple of that at %,d cases".formatted(largest, measured.keySet().iterator().next()), last.get(kind) / first, "×", 1.5);
            }
        }
        if (last.containsKey("search index rebuilt, cases a second")) {
            report.atLeast("search index rebuilt from nothing", last.get("search index rebuilt, cases a second"), "cases/s", 5_000);
            report.atMost("queue list beside the rebuild: p95 as a multiple of its quiet value", last.get("the same beside a rebuild of the search index") / last.get(QUIET), "×", 2);
        }
        if (last.containsKey("replay, s")) {
            report.atMost("replay of the log over all cases", last.get("replay, s") / 60, "min", 10);
            report.atMost("replay: ended with differences", last.get("replay, exit"), "", 0);
        }
        if (last.containsKey(IMPORTED)) {
            report.atLeast(IMPORTED, last.get(IMPORTED), "events/s", 5_000);
            imported(last);
        }
    }

    private void imported(Map<String, Double> last) {
        for (var flat : List.of(PEAK, HEAP, SERVING)) {
            report.atMost(flat, last.get(flat), "×", 1.25);
        }
        report.atMost("queue list beside an import: p95 as a multiple of its quiet value", last.get(BESIDE) / last.get(BEFORE), "×", 2);
        report.atMost(BESIDE_WRONG, last.get(BESIDE_WRONG), "", 0);
    }

    private void goal(String kind, @Nullable Double p95, double most) {
        if (p95 != null) {
            report.atMost(kind + ", %,d cases, 8 clients, p95".formatted(largest), p95, "ms", most);
        }
    }

    /** The sizes side by side, the chart and the verdicts, as text to read; the chart lies beside it as sizes.svg. */
    void write(Path markdown) throws Exception {
        var kinds = new ArrayList<>(measured.get(largest).keySet());
        var text = new StringBuilder("![p95 by the number of cases](sizes.svg)\n\n| 8 clients, warm; p95 in ms where nothing else is said |");
        measured.keySet().forEach(size -> text.append(" %,d cases |".formatted(size)));
        text.append("\n|---|").append("---:|".repeat(measured.size())).append('\n');
        for (var kind : kinds) {
            text.append("| ").append(kind).append(" |");
            measured.values().forEach(values -> text.append(values.containsKey(kind) ? " %,.1f |".formatted(values.get(kind)) : " |"));
            text.append('\n');
        }
        text.append('\n').append(report.markdown());
        Between.put(markdown, "sizes", text.toString());
        var chart = markdown.toAbsolutePath().resolveSibling("sizes.svg");
        Files.deleteIfExists(chart);
        SizeChart.draw(measured, chart);
    }
}
