package no.torg.migration;

import java.util.List;

/**
 * What a mapping reads a value from: a column, or several that are read as one; none where the log does not say.
 *
 * @param between what stands between the values of several columns; those that are missing are left out
 */
record Columns(List<String> names, String between) {

    static final Columns NONE = new Columns(List.of(), "");

    boolean none() {
        return names.isEmpty();
    }

    /** As problems name it. */
    @Override
    public String toString() {
        return String.join(" + ", names);
    }
}
