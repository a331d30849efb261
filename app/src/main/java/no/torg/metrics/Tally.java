package no.torg.metrics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * That a measure took a value so many times more on a day: of a scope (a service), in a part of it (a team).
 *
 * @param day     in the tenant's zone
 * @param label   which kind of what is counted; empty where there is but one
 * @param minutes the value of a duration; 0 for a count
 * @param n       how many times more; negative for less
 */
public record Tally(String measure, UUID scope, UUID part, LocalDate day, String label, int minutes, long n) {

    /** The one order in which rows are written, so that two writers never wait for each other in a ring. */
    static final Comparator<Tally> ORDER = Comparator.comparing(Tally::measure).thenComparing(Tally::scope).thenComparing(Tally::day)
            .thenComparing(Tally::part).thenComparing(Tally::label).thenComparing(Tally::minutes);

    /** The same tally's row without its number. */
    Tally row() {
        return new Tally(measure, scope, part, day, label, minutes, 0);
    }

    Tally times(long number) {
        return new Tally(measure, scope, part, day, label, minutes, number);
    }

    /** Whether it is read from the beginning, and so summed by months too. */
    boolean stands() {
        return measure.endsWith(Occurrence.BACKLOG);
    }

    /** The row of its month, without its number. */
    Tally month() {
        return new Tally(measure, scope, part, day.withDayOfMonth(1), "", 0, 0);
    }
}
