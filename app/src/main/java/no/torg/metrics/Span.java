package no.torg.metrics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A measure from one day to another, both counted in, cut into steps.
 *
 * @param part the only part that is looked at; null for every one
 */
public record Span(String measure, LocalDate from, LocalDate to, Step step, @Nullable UUID part) {

    /** Before anything can have been counted. */
    public static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    public Span(String measure, LocalDate from, LocalDate to, Step step) {
        this(measure, from, to, step, null);
    }

    /** The same of one part alone. */
    public Span at(UUID one) {
        return new Span(measure, from, to, step, one);
    }

    /** How days are put together; weeks begin on Monday. */
    public enum Step {
        DAY, WEEK, MONTH, YEAR, WHOLE;

        /** The first day of the step that the day lies in; the day itself where there is but one step. */
        public LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY, WHOLE -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        /** The first day of the step after the one that begins on this day. */
        public LocalDate next(LocalDate first) {
            return switch (this) {
                case DAY -> first.plusDays(1);
                case WEEK -> first.plusWeeks(1);
                case MONTH -> first.plusMonths(1);
                case YEAR -> first.plusYears(1);
                case WHOLE -> LocalDate.MAX;
            };
        }
    }

    /** The first of the whole months in it that are read as such; its own first day where there are none. */
    LocalDate monthsFrom() {
        return months() ? firstMonth() : from;
    }

    /** The first day after those months. */
    LocalDate monthsTo() {
        return months() ? afterMonths() : from;
    }

    private boolean months() {
        return measure.endsWith(Occurrence.BACKLOG) && (step == Step.WHOLE || step == Step.MONTH || step == Step.YEAR) && firstMonth().isBefore(afterMonths());
    }

    private LocalDate firstMonth() {
        return from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
    }

    /** The last month there is is read by its days, for there is no day after it. */
    private LocalDate afterMonths() {
        return (to.equals(Cut.END) ? to : to.plusDays(1)).withDayOfMonth(1);
    }
}
