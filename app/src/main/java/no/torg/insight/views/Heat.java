package no.torg.insight.views;

import java.util.List;

/** When cases come, by day of the week and hour of the day. */
public record Heat(String title, String what, List<String> hours, List<Day> days, Files files) {
    /** A day of the week, by its hours. */
    public record Day(String name, List<Hour> hours) {}

    /** An hour; {@code heat} is 0 to 4, of the busiest. */
    public record Hour(Cell count, int heat) {}
}
