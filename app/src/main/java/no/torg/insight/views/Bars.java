package no.torg.insight.views;

import java.util.List;

/** How a whole is parted: a table with a bar a row. */
public record Bars(String id, String title, String what, String of, List<Bar> bars, Files files) {
    /** A part; {@code share} is of the longest bar, 0 to 100. */
    public record Bar(String name, Cell count, int share) {}
}
