package no.torg.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a whole form and finds everything wrong with it, not only the first. */
final class FormReader {

    static final int LARGEST = 512 * 1024;
    static final int MOST = 200;
    private static final int DEEPEST = 4;
    private static final Set<String> ROOT = Set.of("type", "id", "schemaVersion", "components", "exporter", "executionPlatform",
        "executionPlatformVersion");
    private static final Set<String> RESERVED = Set.of("person", "answers", "true", "false", "null", "if", "then", "else", "for", "return", "some", "every",
        "satisfies", "in", "and", "or", "not", "between", "instance", "of", "function", "external", "partial");
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Set<String> rootKeys = new LinkedHashSet<>();
    private final Set<String> rowKeys = new LinkedHashSet<>();
    private int count;

    /** Reads form-js JSON; the form if there is nothing wrong with it. */
    static FormReading read(byte[] json) {
        return new FormReader().form(json);
    }

    private FormReading form(byte[] json) {
        if (json.length > LARGEST) {
            return new FormReading(null, List.of(new Problem(1, "the form is larger than " + LARGEST / 1024 + " kB")));
        }
        var root = JsonTree.read(json, problems);
        if (root == null) {
            return failed();
        }
        var id = root.text("id");
        checkRoot(root, id);
        var listed = root.get("components");
        var items = listed == null ? List.<Located>of() : listed.list();
        if (items.isEmpty()) {
            problems.add(new Problem(root.line(), "the form has no components"));
        }
        collect(items, null, 1);
        if (count > MOST) {
            problems.add(new Problem(root.line(), "the form has more than " + MOST + " components"));
            return failed();
        }
        var components = new ComponentReader(problems, rootKeys, rowKeys).components(items);
        var order = FormOrder.of(components, problems);
        return problems.isEmpty() && id != null ? new FormReading(new Form(id, components, order), List.of()) : failed();
    }

    private FormReading failed() {
        return new FormReading(null, problems.stream().distinct().sorted(Comparator.comparingInt(Problem::line)).toList());
    }

    private void checkRoot(Located root, @Nullable String id) {
        root.map().forEach((name, value) -> {
            if (!ROOT.contains(name)) {
                problems.add(new Problem(value.line(), "unknown property \"" + cut(name) + "\" of the form"));
            }
        });
        if (!"default".equals(root.text("type"))) {
            problems.add(new Problem(root.lineOf(List.of("type")), "a form has \"type\": \"default\""));
        }
        if (id == null || !ID.matcher(id).matches()) {
            problems.add(new Problem(root.lineOf(List.of("id")), "a form has an id of letters, digits, hyphens and underscores"));
        }
        var version = root.get("schemaVersion");
        var number = version == null ? null : version.number();
        if (number == null || !number.toPlainString().matches("[1-9][0-9]?") ) {
            problems.add(new Problem(root.lineOf(List.of("schemaVersion")), "schemaVersion must be a number from 1 to 99"));
        }
    }

    // ids and keys first: conditions may name keys that stand further down
    private void collect(List<Located> items, @Nullable String rows, int depth) {
        for (var item : items) {
            count++;
            unique(item, "id", item.text("id"), ID, ids);
            var type = item.text("type");
            var key = "dynamiclist".equals(type) ? "path" : "key";
            if (!"group".equals(type) && !"text".equals(type)) {
                unique(item, key, item.text(key), KEY, keys);
                var text = item.text(key);
                if (text != null) {
                    (rows == null ? rootKeys : rowKeys).add(text);
                    checkName(item, key, text);
                }
            }
            var inner = item.get("components");
            if (inner != null && depth < DEEPEST) {
                collect(inner.list(), "dynamiclist".equals(type) ? text(item, key) : rows, depth + 1);
            } else if (inner != null) {
                problems.add(new Problem(inner.line(), "components are nested more than " + DEEPEST + " deep"));
            }
        }
    }

    private void unique(Located item, String property, @Nullable String text, Pattern pattern, Map<String, Integer> seen) {
        int line = item.lineOf(List.of(property));
        if (text == null || !pattern.matcher(text).matches()) {
            problems.add(new Problem(line, "a component has " + ("id".equals(property) ? "an id" : "a " + property) + " that begins with a letter and goes on"
                + " with letters, digits" + (pattern == ID ? ", hyphens" : "") + " and underscores, at most 60"));
            return;
        }
        var before = seen.putIfAbsent(text, line);
        if (before != null) {
            problems.add(new Problem(line, "the " + property + " \"" + text + "\" stands twice, first in line " + before));
        }
    }

    private void checkName(Located item, String property, String key) {
        try {
            Feel.compile(key, new FeelScope(Set.of(key), Set.of(), false));
            if (RESERVED.contains(key)) {
                throw new FeelProblem("reserved", 1);
            }
        } catch (FeelProblem reserved) {
            problems.add(new Problem(item.lineOf(List.of(property)), "the " + property + " \"" + key + "\" is a word of FEEL and cannot name an answer"));
        }
    }

    private static String text(Located item, String property) {
        var text = item.text(property);
        return text == null ? "" : text;
    }

    static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
