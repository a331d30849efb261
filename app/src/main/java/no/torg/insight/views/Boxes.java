package no.torg.insight.views;

import java.util.List;

/**
 * How times are spread in groups of like cases: a table with a box a row.
 *
 * @param title what stands out, or that nothing does
 */
public record Boxes(String id, String title, String what, List<String> heads, List<Row> rows, Files files) {
    /** A group; places in the picture are 0 to 200. */
    public record Row(String service, String group, Cell count, List<Cell> times, int tenth, int quarter, int median, int threeQuarters, int ninetieth) {}
}
