package no.torg.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import no.torg.insight.Forecast.Verdict;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The forecast on series that are made up by seed: it beats what anybody would guess, or says that it does not. */
class ForecastingTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 11, 22);

    @Test
    void trend_season_and_noise_are_told_better_than_by_last_week_and_last_year() {
        double coverage = 0;
        for (int seed = 1; seed <= 8; seed++) {
            var forecast = of(260, seed, 9, week -> (100 + 0.3 * week) * (1 + 0.25 * Math.sin(2 * Math.PI * week / 52.18)));
            assertThat(forecast.verdict()).as("seed " + seed).isEqualTo(Verdict.TOLD);
            assertThat(forecast.test().model()).isLessThan(forecast.test().lastWeek() * 0.8).isLessThan(forecast.test().lastYear() * 0.8);
            coverage += forecast.test().coverage() / 8;
            assertThat(forecast.coming()).hasSize(8).allMatch(week -> week.low() <= week.expected() && week.expected() <= week.high());
        }
        assertThat(coverage).isBetween(0.75, 0.95);
    }

    @Test
    void the_true_weeks_fall_within_four_times_of_five() {
        var within = 0;
        var all = 0;
        for (int seed = 1; seed <= 30; seed++) {
            IntToDoubleFunction truth = week -> (200 + 0.4 * week) * (1 + 0.2 * Math.sin(2 * Math.PI * week / 52.18));
            var random = new Random(seed);
            var whole = IntStream.range(0, 268).mapToObj(week -> Math.max(0, Math.round(truth.applyAsDouble(week) + 12 * random.nextGaussian()))).toList();
            var forecast = Forecasting.of(FIRST, whole.subList(0, 260), monday -> 5);
            for (int week = 0; week < forecast.coming().size(); week++) {
                var told = forecast.coming().get(week);
                within += told.low() <= whole.get(260 + week) && whole.get(260 + week) <= told.high() ? 1 : 0;
                all++;
            }
        }
        assertThat(all).isEqualTo(240);
        assertThat((double) within / all).isBetween(0.7, 0.92);
    }

    @Test
    void holidays_are_accounted_for_where_they_matter() {
        var random = new Random(5);
        var counts = IntStream.range(0, 208).mapToObj(week -> Math.max(0, Math.round(40.0 * days(week) + 3 * random.nextGaussian()))).toList();
        var forecast = Forecasting.of(FIRST, counts, monday -> days((int) (monday.toEpochDay() - FIRST.toEpochDay()) / 7));
        assertThat(forecast.method()).endsWith(".holidays");
        for (int week = 0; week < 8; week++) {
            assertThat(forecast.coming().get(week).expected()).isCloseTo(40L * days(208 + week), Offset.offset(12L));
        }
    }

    @Test
    void what_is_chosen_has_not_seen_by_what_it_is_judged() {
        IntToDoubleFunction even = week -> 100 + week % 7;
        var calm = of(Forecasting.LEAST, 3, 2, even);
        var begin = 52;
        var middle = (begin + Forecasting.LEAST - Forecasting.AHEAD) / 2;
        var wild = of(Forecasting.LEAST, 3, 2, week -> even.applyAsDouble(week) + (week >= middle ? 2_000 + 300 * (week * 37 % 11 - 5) : 0));
        assertThat(calm.test()).isNotNull();
        assertThat(wild.test()).isNotNull();
        assertThat(wild.test().coverage()).as("the widths of calm weeks know nothing of wild ones that came after").isLessThan(0.3);
        assertThat(calm.test().forecasts()).isEqualTo((Forecasting.LEAST - Forecasting.AHEAD - middle + 1) * Forecasting.AHEAD);
    }

    /** A short week now and then, never at the same time of the year. */
    private static int days(int week) {
        return week * 7 % 17 == 3 ? 3 : 5;
    }

    @Test
    void too_short_a_history_and_pure_chance_tell_nothing() {
        var few = of(Forecasting.LEAST - 1, 1, 5, week -> 100);
        assertThat(few.verdict()).isEqualTo(Verdict.SHORT);
        assertThat(few.coming()).isEmpty();
        assertThat(few.test()).isNull();
        for (int seed = 1; seed <= 12; seed++) {
            var random = new Random(seed);
            var walk = new double[260];
            for (int week = 1; week < walk.length; week++) {
                walk[week] = walk[week - 1] + 40 * random.nextGaussian();
            }
            var chance = of(walk.length, seed, 0, week -> 2_000 + walk[week]);
            assertThat(chance.verdict()).as("seed " + seed).isEqualTo(Verdict.UNBEATEN);
            assertThat(chance.coming()).isEmpty();
            assertThat(chance.test().lastWeek()).isPositive();
        }
    }

    @Test
    void nothing_at_all_is_no_error() {
        assertThat(Forecasting.of(FIRST, List.of(), monday -> 5).verdict()).isEqualTo(Verdict.SHORT);
        assertThat(of(200, 1, 0, week -> 0).verdict()).isEqualTo(Verdict.UNBEATEN);
    }

    private static Forecast of(int weeks, int seed, double noise, IntToDoubleFunction truth) {
        var random = new Random(seed);
        return Forecasting.of(FIRST, IntStream.range(0, weeks).mapToObj(week -> Math.max(0, Math.round(truth.applyAsDouble(week) + noise * random.nextGaussian()))).toList(), monday -> 5);
    }
}
