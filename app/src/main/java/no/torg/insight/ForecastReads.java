package no.torg.insight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import no.torg.calendars.NorwegianHolidays;
import no.torg.cases.CaseFigures;
import no.torg.metrics.Cut;
import no.torg.metrics.Span;
import no.torg.metrics.Span.Step;
import no.torg.metrics.Sums;
import no.torg.people.Actor;
import org.springframework.stereotype.Component;

/** Reads the whole weeks there have been of what an actor may count, and what is to come after them. */
@Component
class ForecastReads {

    private static final int WORKDAYS = 5;

    private final FigureAccess access;
    private final Sums sums;

    ForecastReads(FigureAccess access, Sums sums) {
        this.access = access;
        this.sums = sums;
    }

    /** The weeks there have been, the first of which began on that Monday, and the forecast from them. */
    record Told(LocalDate first, List<Long> counts, Forecast forecast) {
    }

    /** As narrowed to unit, service and team; days do not count. The week at hand is not whole, and the first may not have been. */
    Told forecast(Actor actor, Narrowing narrowing, LocalDate today) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var found = sums.of(access.narrowed(actor, narrowing), List.of(Cut.of(CaseFigures.OPENED, Span.BEGINNING, monday.minusDays(1), Step.WEEK)));
        var first = found.isEmpty() ? monday : found.getFirst().step().plusWeeks(1);
        var counts = new Long[(int) Math.max(0, ChronoUnit.WEEKS.between(first, monday))];
        Arrays.fill(counts, 0L);
        found.stream().filter(sum -> !sum.step().isBefore(first)).forEach(sum -> counts[(int) ChronoUnit.WEEKS.between(first, sum.step())] = sum.n());
        return new Told(first, List.of(counts), Forecasting.of(first, List.of(counts), ForecastReads::workdays));
    }

    private static int workdays(LocalDate monday) {
        return (int) IntStream.range(0, WORKDAYS).mapToObj(monday::plusDays).filter(day -> !NorwegianHolidays.contains(day)).count();
    }
}
