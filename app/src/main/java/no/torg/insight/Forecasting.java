package no.torg.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import no.torg.insight.Forecast.Coming;
import no.torg.insight.Forecast.BackTest;
import no.torg.insight.Forecast.Verdict;
import no.torg.insight.WeeklyModel.Kind;

/**
 * Tells the coming weeks' volume from the weeks there have been. Several models foretell the past from what was known before; the best in the
 * earlier half is judged by the later half, beside "as last week" and "as the same week last year". One that does not beat both noticeably tells nothing.
 */
final class Forecasting {

    /** How many weeks are told. */
    static final int AHEAD = 8;
    /** How many weeks there must have been: a year to look back on, and half a year to be tested by. */
    static final int LEAST = 52 + 26 + AHEAD;

    private static final int YEAR = 52;
    private static final int MOST_TESTED = 104;
    private static final double WITHIN = 0.8;
    // a hair better than a guess is chance: of random walks, which nothing foretells, one in four is told so much better
    private static final double NOTICED = 0.97;

    private final LocalDate first;
    private final double[] counts;
    private final double[] days;

    private Forecasting(LocalDate first, List<Long> counts, ToIntFunction<LocalDate> workdays) {
        this.first = first;
        this.counts = counts.stream().mapToDouble(Long::doubleValue).toArray();
        this.days = IntStream.range(0, counts.size() + AHEAD).mapToDouble(week -> Math.max(1, workdays.applyAsInt(first.plusWeeks(week)))).toArray();
    }

    /** What one model said of a week that has been, and what it came to. */
    private record Said(int origin, int ahead, double told, double was) {

        double error() {
            return Math.abs(told - was);
        }
    }

    /** Of whole weeks in a row, the first of which began on this Monday; {@code workdays} says how many days of the week are worked. */
    static Forecast of(LocalDate first, List<Long> counts, ToIntFunction<LocalDate> workdays) {
        return counts.size() < LEAST ? new Forecast(Verdict.SHORT, counts.size(), null, List.of(), null) : new Forecasting(first, counts, workdays).forecast();
    }

    private Forecast forecast() {
        var last = counts.length - AHEAD;
        var begin = Math.max(YEAR, last - MOST_TESTED);
        var middle = (begin + last) / 2;
        var best = candidates().min(Comparator.comparingDouble(model -> mean(known(model, begin, middle), Said::error))).orElseThrow();
        var chosenBy = known(best, begin, middle);
        var judged = said(best, middle, last + 1);
        var widths = widths(chosenBy);
        var test = new BackTest(judged.size(), mean(judged, Said::error), mean(judged, one -> Math.abs(counts[one.origin() - 1] - one.was())),
                mean(judged, one -> Math.abs(counts[one.origin() - 1 + one.ahead() - YEAR] - one.was())), mean(judged, one -> one.error() <= widths[one.ahead() - 1] ? 1 : 0));
        if (test.model() >= NOTICED * Math.min(test.lastWeek(), test.lastYear())) {
            return new Forecast(Verdict.UNBEATEN, counts.length, null, List.of(), test);
        }
        return new Forecast(Verdict.TOLD, counts.length, best.name(), coming(best, widths(said(best, begin, last + 1))), test);
    }

    private static Stream<WeeklyModel> candidates() {
        return Arrays.stream(Kind.values()).flatMap(kind -> Stream.of(new WeeklyModel(kind, false), new WeeklyModel(kind, true)));
    }

    private List<Coming> coming(WeeklyModel model, double[] widths) {
        var told = model.tell(first, counts, days, AHEAD);
        return IntStream.range(0, AHEAD).mapToObj(week -> new Coming(first.plusWeeks(counts.length + week), Math.round(told[week]), Math.round(Math.max(0, told[week] - widths[week])),
                Math.round(told[week] + widths[week]))).toList();
    }

    /** What of it had come to pass before the week where the judging begins: what is chosen has not seen by what it is judged. */
    private List<Said> known(WeeklyModel model, int from, int judging) {
        return said(model, from, judging).stream().filter(one -> one.origin() - 1 + one.ahead() < judging).toList();
    }

    private List<Said> said(WeeklyModel model, int from, int to) {
        var said = new ArrayList<Said>();
        for (int origin = from; origin < to; origin++) {
            var told = model.tell(first, Arrays.copyOf(counts, origin), days, AHEAD);
            for (int ahead = 1; ahead <= AHEAD; ahead++) {
                said.add(new Said(origin, ahead, told[ahead - 1], counts[origin - 1 + ahead]));
            }
        }
        return said;
    }

    /** By how much four of five were wrong at most, by how far ahead they looked; never less for further ahead. */
    private static double[] widths(List<Said> said) {
        var widths = new double[AHEAD];
        for (int ahead = 1; ahead <= AHEAD; ahead++) {
            var far = ahead;
            var errors = said.stream().filter(one -> one.ahead() == far).mapToDouble(Said::error).sorted().toArray();
            var width = errors[Math.min(errors.length - 1, (int) Math.ceil(errors.length * WITHIN))];
            widths[ahead - 1] = Math.max(width, ahead == 1 ? 0 : widths[ahead - 2]);
        }
        return widths;
    }

    private static double mean(List<Said> said, ToDoubleFunction<Said> of) {
        return said.stream().mapToDouble(of).average().orElse(Double.MAX_VALUE);
    }
}
