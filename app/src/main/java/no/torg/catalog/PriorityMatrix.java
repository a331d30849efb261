package no.torg.catalog;

import java.util.List;

/** Priority 1 (first) to 5 by impact (row) and urgency (column, low to critical); the tenant's data. */
public record PriorityMatrix(List<List<Integer>> rows) {

    /** What applies where a tenant has not chosen: the larger and the sooner, the higher. */
    public static final PriorityMatrix DEFAULT = new PriorityMatrix(
        List.of(List.of(5, 4, 3, 2), List.of(4, 3, 3, 2), List.of(4, 3, 2, 1), List.of(3, 2, 1, 1)));

    /** An {@link IllegalArgumentException} unless there are four rows of four priorities from 1 to 5. */
    public PriorityMatrix {
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.size() != 4 || rows.stream().anyMatch(row -> row.size() != 4 || row.stream().anyMatch(priority -> priority < 1 || priority > 5))) {
            throw new IllegalArgumentException("a matrix has four rows of four priorities from 1 to 5");
        }
    }

    /** The priority of a case, 1 to 5. */
    public int priority(Impact impact, Urgency urgency) {
        return rows.get(impact.ordinal()).get(urgency.ordinal());
    }
}
