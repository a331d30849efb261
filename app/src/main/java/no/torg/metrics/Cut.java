package no.torg.metrics;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import no.torg.metrics.Span.Step;

/**
 * A measure from one day to another, both counted in, summed by steps and by what else is asked for.
 *
 * @param step   what days are put together to; WHOLE puts all together
 * @param by     what sums are kept apart by
 * @param spread whether the spread of the values is told too, of measures that have values
 */
public record Cut(String measure, LocalDate from, LocalDate to, Step step, Set<By> by, boolean spread) {

    /** The furthest day that anything is counted on. */
    public static final LocalDate END = LocalDate.of(9999, 12, 31);

    private static final Set<By> OF_MONTHS = Set.of(By.SCOPE, By.PART);

    /** What sums may be kept apart by: service, team, label, value and day of the week. */
    public enum By {
        SCOPE, PART, LABEL, VALUE, WEEKDAY
    }

    /** All that was ever counted, by these. */
    public static Cut ever(String measure, By... by) {
        return new Cut(measure, Span.BEGINNING, END, Step.WHOLE, of(by), false);
    }

    /** What was counted on these days, by these. */
    public static Cut of(String measure, LocalDate from, LocalDate to, Step step, By... by) {
        return new Cut(measure, from, to, step, of(by), false);
    }

    /** The same with the spread of its values. */
    public Cut spread(boolean told) {
        return new Cut(measure, from, to, step, by, told);
    }

    /** The days of it; by the day where it is kept apart by something that months do not know. */
    Span span() {
        return new Span(measure, from, to, OF_MONTHS.containsAll(by) ? step : Step.DAY);
    }

    private static Set<By> of(By... by) {
        var set = EnumSet.noneOf(By.class);
        set.addAll(Set.of(by));
        return set;
    }
}
