package no.torg.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import no.torg.forms.Located;
import no.torg.forms.YamlTree;
import org.jspecify.annotations.Nullable;

/** A mapping as it is written, and what is wrong with it so far: a sentence each, with its line. */
final class MappingTree {

    static final int LARGEST = 200_000;
    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final Located NOTHING = new Located(Map.of(), 1);

    private final Located root;
    private final List<String> problems;

    private MappingTree(Located root, List<String> problems) {
        this.root = root;
        this.problems = problems;
    }

    /** The tree; null where it is none, which is among the problems then. */
    static @Nullable MappingTree read(byte[] bytes, List<String> problems) {
        var root = YamlTree.read(bytes, LARGEST, (line, problem) -> problems.add("line " + line + ": " + problem));
        return root == null || !problems.isEmpty() ? null : new MappingTree(root, problems);
    }

    Located root() {
        return root;
    }

    /** What stands under a name of the root; nothing where that is not there. */
    Located given(String name) {
        var given = root.get(name);
        return given == null ? NOTHING : given;
    }

    /** A part of the root that is a map with these names at most; an empty one where it is not there. */
    Located part(String name, Set<String> known) {
        var part = root.get(name);
        if (part == null) {
            return new Located(Map.of(), root.line());
        }
        if (!(part.value() instanceof Map)) {
            problem(part, name + " must be a map");
            return new Located(Map.of(), part.line());
        }
        only(part, known, name);
        return part;
    }

    void only(Located part, Set<String> known, String what) {
        part.map().forEach((name, value) -> {
            if (!known.contains(name)) {
                problem(value, what + " has no " + name);
            }
        });
    }

    /** A text in each language: one for all, or one each. */
    Map<String, String> byLanguage(Located given) {
        var said = new LinkedHashMap<String, String>();
        for (var language : LANGUAGES) {
            var text = given.text() != null ? given.text() : given.text(language);
            if (text == null || text.isBlank() || text.length() > 200) {
                problem(given, "a text of at most 200 characters is missing in " + language);
            }
            said.put(language, text == null ? "" : text);
        }
        return said;
    }

    /** A column or several under a name; {@link Columns#NONE} where nothing is. */
    Columns columns(Located part, String name, String between) {
        var given = part.get(name);
        if (given == null || !(given.value() instanceof Map)) {
            return columns(names(part, name), between, false);
        }
        only(given, Set.of("column", "first", "when"), name);
        var first = given.get("first") != null;
        if (first == (given.get("column") != null)) {
            problem(given, name + " must have either column or first");
        }
        return columns(names(given, first ? "first" : "column"), between, first).when(when(given));
    }

    private static Columns columns(List<String> names, String between, boolean first) {
        return names.isEmpty() ? Columns.NONE : new Columns(names, between, first, Map.of());
    }

    /** The words that other columns must have under {@code when}; none where nothing is. */
    Map<String, Set<String>> when(Located part) {
        var when = part.get("when");
        var words = new LinkedHashMap<String, Set<String>>();
        if (when != null && !(when.value() instanceof Map)) {
            problem(when, "when must name columns and the words that they must have");
        } else if (when != null) {
            when.map().keySet().forEach(column -> words.put(column, Set.copyOf(words(when, column))));
        }
        return words;
    }

    Columns neededColumns(Located part, String what, String name) {
        var columns = columns(part, name, " ");
        if (columns.none()) {
            problem(part, what + " must name the column " + name);
        }
        return columns;
    }

    /** Columns that are looked at one by one. */
    List<String> neededNames(Located part, String name) {
        var names = names(part, name);
        if (names.isEmpty()) {
            problem(part, "event must name the columns of its " + name);
        }
        return names;
    }

    private static List<String> names(Located part, String name) {
        return words(part, name).stream().filter(one -> !one.isBlank()).toList();
    }

    /** The words under a name: one, or a list of them. */
    static List<String> words(Located part, String name) {
        var found = part.get(name);
        if (found == null || found.value() == null) {
            return List.of();
        }
        return found.value() instanceof List ? found.list().stream().map(MappingTree::written).toList() : List.of(written(found));
    }

    String needed(Located part, String what, String name) {
        var text = text(part, name, "");
        if (text.isBlank()) {
            problem(part, what + " must name the column " + name);
        }
        return text;
    }

    static Map<String, String> texts(@Nullable Located part) {
        var texts = new LinkedHashMap<String, String>();
        if (part != null) {
            part.map().forEach((name, value) -> texts.put(name, written(value)));
        }
        return texts;
    }

    static String text(Located part, String name, String otherwise) {
        var found = part.get(name);
        return found == null || found.value() == null ? otherwise : found.value().toString();
    }

    private static String written(Located one) {
        return String.valueOf(one.plain());
    }

    void problem(Located where, String what) {
        problems.add("line " + where.line() + ": " + what);
    }
}
