package no.torg.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** What was measured, line by line, with a verdict where there is a goal; and on what machine, how busy. */
final class Report {

    private final List<Map<String, Object>> lines = new ArrayList<>();

    /** A figure without a goal. */
    void line(String what, double value, String unit) {
        add(what, value, unit, "", null);
    }

    /** A figure that must be at least {@code floor}. */
    void atLeast(String what, double value, String unit, double floor) {
        add(what, value, unit, "at least " + floor, value >= floor);
    }

    /** A figure that must be at most {@code ceiling}. */
    void atMost(String what, double value, String unit, double ceiling) {
        add(what, value, unit, "at most " + ceiling, value <= ceiling);
    }

    boolean good() {
        return lines.stream().noneMatch(line -> Boolean.FALSE.equals(line.get("good")));
    }

    private void add(String what, double value, String unit, String goal, Boolean good) {
        var line = new LinkedHashMap<String, Object>();
        line.put("what", what);
        line.put("value", Math.round(value * 1000) / 1000.0);
        line.put("unit", unit);
        line.put("goal", goal);
        line.put("good", good);
        lines.add(line);
        System.out.println(said(line));
    }

    void print(PrintStream out) throws IOException {
        out.println();
        machine().forEach((name, value) -> out.println(name + ": " + value));
        lines.forEach(line -> out.println(said(line)));
    }

    void write(Path file) throws IOException {
        var whole = new LinkedHashMap<String, Object>(machine());
        whole.put("lines", lines);
        Files.writeString(file, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(whole));
    }

    /** The same as a table to read. */
    String markdown() throws IOException {
        var text = new StringBuilder();
        machine().forEach((name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append("\n| What | Measured | Goal | |\n|---|---:|---|---|\n");
        for (var line : lines) {
            text.append("| %s | %,.2f %s | %s | %s |\n".formatted(line.get("what"), line.get("value"), line.get("unit"), line.get("goal"), verdict(line).strip()));
        }
        return text.toString();
    }

    private static String verdict(Map<String, Object> line) {
        return line.get("good") == null ? "" : (Boolean) line.get("good") ? "  good" : "  SHORT";
    }

    private static String said(Map<String, Object> line) {
        return "%-78s %12.2f %-8s %-16s%s".formatted(line.get("what"), line.get("value"), line.get("unit"), line.get("goal"), verdict(line)).stripTrailing();
    }

    private static Map<String, Object> machine() throws IOException {
        var machine = new LinkedHashMap<String, Object>();
        machine.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        machine.put("machine", "%d processors, %s".formatted(Runtime.getRuntime().availableProcessors(), cpu()));
        machine.put("load now (1, 5, 15 minutes)", Files.readString(Path.of("/proc/loadavg")).strip());
        machine.put("java", System.getProperty("java.version"));
        return machine;
    }

    private static String cpu() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name")).map(line -> line.split(":")[1].strip())
                .findFirst().orElse("unknown").toLowerCase(Locale.ROOT);
    }
}
