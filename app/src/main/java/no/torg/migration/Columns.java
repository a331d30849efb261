package no.torg.migration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a mapping reads a value from: a column, or several that are read as one; none where the log does not say.
 *
 * @param between what stands between the values of several columns; those that are missing are left out
 * @param first   whether the first of them that has anything is taken alone
 * @param when    the words that other columns must have, or the record says nothing here
 */
record Columns(List<String> names, String between, boolean first, Map<String, Set<String>> when) {

    static final Columns NONE = new Columns(List.of(), "", false, Map.of());

    boolean none() {
        return names.isEmpty();
    }

    Columns when(Map<String, Set<String>> others) {
        return others.isEmpty() ? this : new Columns(names, between, first, others);
    }

    /** Every column that is looked at. */
    Stream<String> all() {
        return Stream.concat(names.stream(), when.keySet().stream());
    }

    /** As problems name it. */
    @Override
    public String toString() {
        return String.join(first ? ", " : " + ", names);
    }
}
