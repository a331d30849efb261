package no.torg.insight;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * A way to tell coming weeks from past ones.
 *
 * @param holidays whether weeks are compared by the worked day, so that one with holidays counts for what it is
 */
record WeeklyModel(Kind kind, boolean holidays) {

    private static final int YEAR = 52;
    private static final double DAMPED = 0.9;
    private static final double[] LEVELS = {0.05, 0.1, 0.2, 0.35, 0.5};
    private static final double[] TRENDS = {0, 0.05, 0.15};
    private static final double FULL_WEEK = 5;
    private static final double SMALLEST = 0.2;

    /** Level and damped trend, alone; the same with an index for each week of the year; or the mean of both. */
    enum Kind {
        SMOOTHED, SEASONAL, MEAN
    }

    /** As it stands in answers. */
    String name() {
        return kind.name().toLowerCase(Locale.ROOT) + (holidays ? ".holidays" : "");
    }

    /** The coming weeks; {@code days} are worked days of all weeks, the coming ones too. */
    double[] tell(LocalDate first, double[] counts, double[] days, int ahead) {
        var even = new double[counts.length];
        for (int i = 0; i < even.length; i++) {
            even[i] = holidays ? counts[i] * FULL_WEEK / days[i] : counts[i];
        }
        var told = switch (kind) {
            case SMOOTHED -> smoothed(even, ahead);
            case SEASONAL -> seasonal(first, even, ahead);
            case MEAN -> mean(smoothed(even, ahead), seasonal(first, even, ahead));
        };
        for (int i = 0; i < ahead; i++) {
            told[i] = Math.max(0, holidays ? told[i] * days[counts.length + i] / FULL_WEEK : told[i]);
        }
        return told;
    }

    private static double[] mean(double[] one, double[] other) {
        var mean = new double[one.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (one[i] + other[i]) / 2;
        }
        return mean;
    }

    /** Under two years say nothing of the seasons. */
    private static double[] seasonal(LocalDate first, double[] even, int ahead) {
        if (even.length < 2 * YEAR) {
            return smoothed(even, ahead);
        }
        var index = index(first, even);
        var plain = new double[even.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = even[i] / index[week(first, i)];
        }
        var told = smoothed(plain, ahead);
        for (int i = 0; i < ahead; i++) {
            told[i] *= index[week(first, even.length + i)];
        }
        return told;
    }

    /** How each week of the year stands to the year round it, evened out with its neighbours. */
    private static double[] index(LocalDate first, double[] even) {
        var sums = new double[YEAR];
        var found = new int[YEAR];
        for (int i = even.length % YEAR; i < even.length; i++) {
            var round = round(even, i);
            sums[week(first, i)] += round == 0 ? 1 : even[i] / round;
            found[week(first, i)]++;
        }
        var index = new double[YEAR];
        for (int week = 0; week < YEAR; week++) {
            index[week] = Math.max(SMALLEST, (2 * of(sums, found, week) + of(sums, found, week + 1) + of(sums, found, week + YEAR - 1)) / 4);
        }
        return index;
    }

    private static double of(double[] sums, int[] found, int week) {
        return found[week % YEAR] == 0 ? 1 : sums[week % YEAR] / found[week % YEAR];
    }

    /** What a week would be were all weeks of the year alike: on the line between the middles of the years before and after, whole years from the end. */
    private static double round(double[] even, int at) {
        var years = even.length / YEAR;
        var begin = even.length - years * YEAR;
        var nth = Math.clamp((int) Math.floor((at - begin - YEAR / 2.0) / YEAR), 0, years - 2);
        var left = year(even, begin + nth * YEAR);
        var right = year(even, begin + (nth + 1) * YEAR);
        var middle = begin + nth * YEAR + (YEAR - 1) / 2.0;
        return Math.max(0, left + (right - left) * (at - middle) / YEAR);
    }

    private static double year(double[] even, int from) {
        double sum = 0;
        for (int i = from; i < from + YEAR; i++) {
            sum += even[i];
        }
        return sum / YEAR;
    }

    private static int week(LocalDate first, int nth) {
        return Math.min(YEAR, first.plusWeeks(nth).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)) - 1;
    }

    /** Exponential smoothing with a damped trend, by the weights that told each week best from those before it. */
    private static double[] smoothed(double[] values, int ahead) {
        var best = new double[] {Double.MAX_VALUE, 0, 0};
        for (var level : LEVELS) {
            for (var trend : TRENDS) {
                var run = run(values, level, trend);
                best = run[0] < best[0] ? run : best;
            }
        }
        var told = new double[ahead];
        double slope = 0;
        for (int i = 0; i < ahead; i++) {
            slope += best[2] * Math.pow(DAMPED, i + 1.0);
            told[i] = best[1] + slope;
        }
        return told;
    }

    /** The sum of errors, the level and the trend at the end. */
    private static double[] run(double[] values, double level, double trend) {
        double at = 0;
        var begin = Math.min(8, values.length);
        for (int i = 0; i < begin; i++) {
            at += values[i] / begin;
        }
        double slope = 0;
        double wrong = 0;
        for (var value : values) {
            var told = at + DAMPED * slope;
            wrong += Math.abs(value - told);
            var next = told + level * (value - told);
            slope = trend * (next - at) + (1 - trend) * DAMPED * slope;
            at = next;
        }
        return new double[] {wrong, at, slope};
    }
}
