package no.torg.forms;

import java.util.List;
import java.util.Set;

/**
 * The names an expression may use besides {@code person}: the answers' keys, at the root as form-js has it or under {@code answers}, and the keys
 * inside the rows of dynamic lists.
 */
public record FeelScope(Set<String> answers, Set<String> rowKeys, boolean nested) {

    private static final Set<String> PERSON = Set.of("affiliation", "unit", "language");
    private static final Set<String> PARTS = Set.of("year", "month", "day", "weekday", "hour", "minute", "second", "days", "hours", "minutes", "seconds",
        "years", "months", "start", "end", "value");

    /** Why the path of names leads to nothing, as an English sentence; empty if it may be used. */
    String fault(List<String> names, Set<String> bound) {
        var first = names.getFirst();
        if (bound.contains(first)) {
            return partsFault(names.subList(1, names.size()));
        }
        if (first.equals("person")) {
            return names.size() == 2 && PERSON.contains(names.get(1)) ? "" : "person has affiliation, unit and language, and nothing else";
        }
        if (nested && !first.equals("answers")) {
            return "\"" + first + "\" is unknown: use answers." + first + ", person, today() or now()";
        }
        var rest = nested ? names.subList(1, names.size()) : names;
        if (rest.isEmpty()) {
            return "answers must be followed by a key";
        }
        if (!answers.contains(rest.getFirst())) {
            return "there is no answer \"" + rest.getFirst() + "\"";
        }
        return partsFault(rest.subList(1, rest.size()));
    }

    /** Why a part of a value, such as {@code year} or a key inside a row, is unknown; empty if it may be used. */
    String partsFault(List<String> parts) {
        for (var part : parts) {
            if (!PARTS.contains(part) && !rowKeys.contains(part)) {
                return "there is no \"" + part + "\"";
            }
        }
        return "";
    }
}
