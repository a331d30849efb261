package no.torg.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import no.torg.cases.CaseFile;
import no.torg.forms.Located;
import no.torg.migration.Mapping.Counter;
import no.torg.migration.Mapping.Team;
import no.torg.migration.Mapping.Values;

/** Reads what a mapping says of the source's words: what they become here, and which parts a record leaves as they were. */
final class MappingWords {

    /** A word that leaves its part as the record before left it. */
    static final String UNCHANGED = "unchanged";

    private static final Set<String> STATES = Set.of("new", "in-progress", "waiting-for-requester", "waiting-for-third-party", "resolved", "closed");
    private static final Set<String> PRIORITIES = Set.of("1", "2", "3", "4", "5");
    private static final Set<String> CHANNELS = Set.of("portal", "api", "mail", "phone", "import");

    private final MappingTree tree;

    MappingWords(MappingTree tree) {
        this.tree = tree;
    }

    Values state() {
        var state = values("state", STATES, "in-progress", "new");
        if (state.column().none()) {
            tree.problem(tree.given("state"), "state must name its column");
        }
        return state;
    }

    Values priority() {
        return values("priority", PRIORITIES, "3", "3");
    }

    Values impact() {
        return values("impact", CaseFile.IMPACTS, "individual", "individual");
    }

    Values urgency() {
        return values("urgency", CaseFile.URGENCIES, "normal", "normal");
    }

    Values channel() {
        return values("channel", CHANNELS, "import", "import");
    }

    private Values values(String name, Set<String> known, String otherwise, String first) {
        var part = tree.part(name, Set.of("column", "values", "others", "when"));
        var allowed = new TreeSet<>(known);
        allowed.add(UNCHANGED);
        var values = MappingTree.texts(part.get("values"));
        var others = MappingTree.text(part, "others", otherwise);
        values.forEach((from, to) -> {
            if (!allowed.contains(to)) {
                tree.problem(part, name + ": " + from + " becomes " + to + ", which is none of " + String.join(", ", allowed));
            }
        });
        if (!allowed.contains(others)) {
            tree.problem(part, name + ": others must be one of " + String.join(", ", allowed));
        }
        return new Values(tree.columns(part, "column", " / ").when(tree.when(part)), values, others, part.get("others") == null || others.equals(UNCHANGED) ? first : others);
    }

    Team team() {
        var part = tree.part("team", Set.of("column", "values", "none", "unit", "when"));
        var values = MappingTree.texts(part.get("values"));
        var none = MappingTree.text(part, "none", "No team");
        if (Stream.concat(values.values().stream(), Stream.of(none, MappingTree.text(part, "unit", none))).anyMatch(name -> !name.matches("(?!\\s*$)\\P{Cc}{1,200}"))) {
            tree.problem(part, "the names of teams and units have 1 to 200 characters on one line");
        }
        return new Team(tree.columns(part, "column", " / ").when(tree.when(part)), values, none, part.text("unit"));
    }

    /** The parts that a record which has no value for them leaves as they were. */
    Set<String> carried() {
        var carried = MappingTree.words(tree.root(), "carried");
        carried.stream().filter(name -> !Mapping.CARRIED.contains(name))
                .forEach(name -> tree.problem(tree.given("carried"), "carried: " + name + " is none of " + String.join(", ", Mapping.CARRIED)));
        return Set.copyOf(carried);
    }

    List<Counter> counters() {
        var counters = new ArrayList<Counter>();
        tree.given("counters").map().forEach((name, counter) -> {
            tree.only(counter, Set.of("column", "mean", "yes", "no"), "counter " + name);
            if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
                tree.problem(counter, "a counter's name has small letters, digits and underscores: " + name);
            }
            var words = new LinkedHashMap<String, Integer>();
            word(counter, "yes").forEach(word -> words.put(word, 1));
            word(counter, "no").forEach(word -> words.put(word, 0));
            counters.add(new Counter(name, tree.needed(counter, "counter " + name, "column"), counter.text("mean"), words));
        });
        return counters;
    }

    private static List<String> word(Located counter, String name) {
        return counter.get(name) == null ? List.of() : List.of(MappingTree.text(counter, name, ""));
    }
}
