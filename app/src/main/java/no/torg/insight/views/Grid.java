package no.torg.insight.views;

import java.util.List;

/**
 * A table of numbers.
 *
 * @param id the table's name within the page
 * @param title the finding, or what it is of
 * @param heads the columns' names; the first is of the rows' names
 */
public record Grid(String id, String title, String what, List<String> heads, List<Row> rows, Files files) {
    /** A row: its name, where that leads, and its numbers. */
    public record Row(Cell name, List<Cell> cells) {}
}
