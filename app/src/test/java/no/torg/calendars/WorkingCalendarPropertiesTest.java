package no.torg.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every calendar, tried on many made by chance (a seed that fails is the case to keep). */
class WorkingCalendarPropertiesTest {

    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Oslo"), ZoneId.of("UTC"), ZoneId.of("America/Sao_Paulo"), ZoneId.of("Australia/Lord_Howe"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void between_undoes_after_and_later_is_never_earlier(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var calendar = calendar(random);
            var start = instant(random);
            var term = Term.minutes(1 + random.nextInt(20_000));
            var due = calendar.after(start, term);
            assertThat(calendar.between(start, due)).isEqualTo(Duration.ofMinutes(term.amount()));
            assertThat(calendar.after(calendar.opening(start), term)).isEqualTo(due);
            assertThat(calendar.between(start, calendar.opening(start))).isZero();

            var later = start.plusSeconds(random.nextInt(400_000));
            assertThat(calendar.after(later, term)).isAfterOrEqualTo(due);
            assertThat(calendar.between(start, later).plus(calendar.between(later, due))).isEqualTo(calendar.between(start, due));
            assertThat(calendar.between(later, calendar.moved(due, start, later))).isEqualTo(calendar.between(start, due));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void days_land_on_the_nth_working_day_inside_its_hours(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var calendar = calendar(random);
            var start = calendar.opening(instant(random));
            int days = 1 + random.nextInt(60);
            var due = calendar.after(start, Term.days(days));
            var first = start.atZone(calendar.zone()).toLocalDate();
            // a closing at midnight belongs to the day before
            var last = due.minusNanos(1).atZone(calendar.zone()).toLocalDate();
            var opened = due.atZone(calendar.zone()).toLocalDate();
            assertThat(List.of(workingDays(calendar, first, last), workingDays(calendar, first, opened))).contains((long) days);
            assertThat(calendar.after(start, Term.days(days + 1))).isAfterOrEqualTo(due);
        }
    }

    private static long workingDays(WorkingCalendar calendar, LocalDate after, LocalDate until) {
        return after.plusDays(1).datesUntil(until.plusDays(1)).filter(calendar::isWorkingDay).count();
    }

    private static Instant instant(Random random) {
        return Instant.parse("2015-01-01T00:00:00Z").plusSeconds(random.nextInt(20 * 365 * 24 * 3600));
    }

    private static WorkingCalendar calendar(Random random) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(Map.of(DayOfWeek.of(1 + random.nextInt(7)), List.of(Hours.of("09:00", "15:00"))));
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                week.putIfAbsent(day, hours(random));
            }
        }
        var exceptions = new HashMap<LocalDate, List<Hours>>();
        for (int i = random.nextInt(200); i > 0; i--) {
            exceptions.put(LocalDate.of(2015, 1, 1).plusDays(random.nextInt(7300)), random.nextBoolean() ? List.of() : hours(random));
        }
        return new WorkingCalendar(ZONES.get(random.nextInt(ZONES.size())), week, exceptions, random.nextBoolean());
    }

    private static List<Hours> hours(Random random) {
        var hours = new ArrayList<Hours>();
        int minute = random.nextInt(600);
        while (minute < 1440 && hours.size() < 3) {
            int end = Math.min(1440, minute + 1 + random.nextInt(600));
            hours.add(new Hours(LocalTime.ofSecondOfDay(minute * 60), LocalTime.ofSecondOfDay(end % 1440 * 60)));
            minute = end + random.nextInt(120);
        }
        return hours;
    }
}
