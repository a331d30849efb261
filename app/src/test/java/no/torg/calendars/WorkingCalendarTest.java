package no.torg.calendars;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.torg.web.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working time as the rules of a service promise it; the tables can be read as the rule. */
class WorkingCalendarTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final WorkingCalendar OFFICE = WorkingCalendar.office(OSLO);
    /** Lunch closed, Christmas Eve a half day, an open Saturday, one planning day off, late opening one Monday. */
    private static final WorkingCalendar COUNTER = new WorkingCalendar(OSLO,
        week(List.of(Hours.of("12:00", "15:30"), Hours.of("08:30", "11:30")), MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY),
        Map.of(LocalDate.parse("2026-12-24"), List.of(Hours.of("08:30", "11:00")), LocalDate.parse("2026-11-21"), List.of(Hours.of("10:00", "14:00")),
            LocalDate.parse("2026-11-25"), List.of(), LocalDate.parse("2026-11-30"), List.of(Hours.of("10:00", "15:30"))), true);
    private static final WorkingCalendar ALWAYS = new WorkingCalendar(OSLO, week(List.of(Hours.of("00:00", "24:00")), DayOfWeek.values()), Map.of(), false);

    @ParameterizedTest(name = "{3}: {0} + {1} = {2}")
    @CsvSource({
        "2026-11-19T12:11+01:00, PT4H,    2026-11-20T08:11+01:00, four hours run on the next morning",
        "2026-11-19T12:11+01:00, P2D,     2026-11-23T12:11+01:00, two days pass the weekend",
        "2026-11-19T08:00+01:00, PT8H,    2026-11-19T16:00+01:00, a full day ends at closing",
        "2026-11-19T08:00+01:00, PT481M,  2026-11-20T08:01+01:00, one minute more is the next day",
        "2026-11-19T03:00+01:00, PT30M,   2026-11-19T08:30+01:00, at night counts from the opening",
        "2026-11-19T03:00+01:00, P1D,     2026-11-20T08:00+01:00, at night is as if at the opening",
        "2026-11-19T16:00+01:00, PT30M,   2026-11-20T08:30+01:00, the minute of closing is closed",
        "2026-11-20T20:00+01:00, P1D,     2026-11-24T08:00+01:00, Friday evening is Monday morning",
        "2026-11-21T12:00+01:00, PT4H,    2026-11-23T12:00+01:00, Saturday is Monday morning",
        "2026-11-20T15:30+01:00, PT1H,    2026-11-23T08:30+01:00, over the weekend",
        "2027-03-24T15:00+01:00, PT2H,    2027-03-30T09:00+02:00, Wednesday before Easter to Tuesday after (and summer time)",
        "2027-03-24T15:00+01:00, P1D,     2027-03-30T15:00+02:00, clock time stays when summer time comes",
        "2026-10-23T15:00+02:00, P1D,     2026-10-26T15:00+01:00, clock time stays when summer time goes",
        "2021-05-14T15:00+02:00, P1D,     2021-05-18T15:00+02:00, 17 May on a Monday",
        "2027-05-14T15:30+02:00, PT1H,    2027-05-18T08:30+02:00, 17 May and Whit Monday on one day",
        "2026-04-30T12:00+02:00, P1D,     2026-05-04T12:00+02:00, 1 May on a Friday",
        "2026-05-13T12:00+02:00, P1D,     2026-05-15T12:00+02:00, Ascension",
        "2026-12-24T12:00+01:00, P1D,     2026-12-28T12:00+01:00, Christmas on Friday and Saturday",
        "2026-12-31T15:59+01:00, PT2M,    2027-01-04T08:01+01:00, New Year on a Friday"})
    void office_hours(OffsetDateTime start, String term, OffsetDateTime due, String rule) {
        assertDue(OFFICE, start, term, due);
    }

    @ParameterizedTest(name = "{3}: {0} + {1} = {2}")
    @CsvSource({
        "2026-11-19T11:00+01:00, PT1H,    2026-11-19T12:30+01:00, lunch doesn't count",
        "2026-11-19T11:45+01:00, PT1H,    2026-11-19T13:00+01:00, a start in the lunch counts from its end",
        "2026-11-19T11:00+01:00, PT30M,   2026-11-19T11:30+01:00, may end when lunch begins",
        "2026-11-20T15:00+01:00, PT1H,    2026-11-21T10:30+01:00, an open Saturday counts",
        "2026-11-20T15:00+01:00, P1D,     2026-11-21T14:00+01:00, past the hours of a short day: its closing",
        "2026-11-20T13:00+01:00, P1D,     2026-11-21T13:00+01:00, inside the hours of a short day",
        "2026-11-21T11:45+01:00, P1D,     2026-11-23T12:00+01:00, in the lunch of the day: its end",
        "2026-11-24T15:00+01:00, PT1H,    2026-11-26T09:00+01:00, a planning day off",
        "2026-11-27T08:45+01:00, P1D,     2026-11-30T10:00+01:00, before the hours of a late day: its opening",
        "2026-12-23T15:00+01:00, PT2H,    2026-12-24T10:00+01:00, Christmas Eve until 11",
        "2026-12-23T15:00+01:00, P1D,     2026-12-24T11:00+01:00, Christmas Eve closes at 11",
        "2026-12-24T11:00+01:00, PT1H,    2026-12-28T09:30+01:00, after closing on Christmas Eve"})
    void several_stretches_and_exceptions(OffsetDateTime start, String term, OffsetDateTime due, String rule) {
        assertDue(COUNTER, start, term, due);
    }

    @ParameterizedTest(name = "{3}: {0} + {1} = {2}")
    @CsvSource({
        "2026-03-29T01:00+01:00, PT4H,    2026-03-29T06:00+02:00, the night with an hour less",
        "2026-10-25T01:00+02:00, PT4H,    2026-10-25T04:00+01:00, the night with an hour more",
        "2026-03-28T02:30+01:00, P1D,     2026-03-29T03:00+02:00, a clock time that doesn't exist is the change itself",
        "2026-10-24T02:30+02:00, P1D,     2026-10-25T02:30+02:00, a clock time that comes twice is the first",
        "2026-12-24T23:00+01:00, PT2H,    2026-12-25T01:00+01:00, past midnight on a holiday that is not off"})
    void round_the_clock(OffsetDateTime start, String term, OffsetDateTime due, String rule) {
        assertDue(ALWAYS, start, term, due);
    }

    @Test
    void hours_in_the_gap_are_no_hours() {
        var night = new WorkingCalendar(OSLO, week(List.of(Hours.of("02:15", "02:45"), Hours.of("03:00", "04:00")), SUNDAY), Map.of(), false);
        assertThat(night.between(at("2026-03-29T00:00+01:00"), at("2026-03-30T00:00+02:00"))).isEqualTo(Duration.ofHours(1));
        assertThat(night.opening(at("2026-03-29T01:30+01:00"))).isEqualTo(at("2026-03-29T03:00+02:00"));
        assertThat(night.between(at("2026-10-25T00:00+02:00"), at("2026-10-26T00:00+01:00"))).isEqualTo(Duration.ofMinutes(90));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T12:11+01:00, 2026-11-20T08:11+01:00, PT4H", "2026-11-20T08:11+01:00, 2026-11-19T12:11+01:00, PT-4H",
        "2026-11-20T17:00+01:00, 2026-11-23T07:00+01:00, PT0S", "2026-11-19T10:00:20+01:00, 2026-11-19T10:01:05+01:00, PT45S",
        "2026-11-19T10:00+01:00, 2026-11-19T10:00+01:00, PT0S", "2027-03-22T00:00+01:00, 2027-04-05T00:00+02:00, PT56H"})
    void working_time_between(OffsetDateTime from, OffsetDateTime to, Duration time) {
        assertThat(OFFICE.between(from.toInstant(), to.toInstant())).isEqualTo(time);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "2026-11-20T08:11+01:00, 2026-11-19T13:00+01:00, 2026-11-19T15:00+01:00, 2026-11-20T10:11+01:00, by two hours",
        "2026-11-20T08:11+01:00, 2026-11-19T15:00+01:00, 2026-11-23T09:00+01:00, 2026-11-23T10:11+01:00, over a weekend by ten working hours",
        "2026-11-20T12:00+01:00, 2026-11-19T18:00+01:00, 2026-11-20T06:00+01:00, 2026-11-20T12:00+01:00, a wait at night moves nothing",
        "2026-11-19T16:00+01:00, 2026-11-19T15:00+01:00, 2026-11-19T15:30+01:00, 2026-11-20T08:30+01:00, from closing to the next morning",
        "2026-11-21T12:00+01:00, 2026-11-20T18:00+01:00, 2026-11-20T19:00+01:00, 2026-11-21T12:00+01:00, nothing waited leaves even a closed hour",
        "2026-11-19T10:00+01:00, 2026-11-19T11:00+01:00, 2026-11-19T13:00+01:00, 2026-11-19T12:00+01:00, as overdue after the wait as before"})
    void a_wait_moves_the_due_time(OffsetDateTime due, OffsetDateTime from, OffsetDateTime to, OffsetDateTime moved, String rule) {
        assertThat(OFFICE.moved(due.toInstant(), from.toInstant(), to.toInstant())).isEqualTo(moved.toInstant());
    }

    @Test
    void a_wait_that_ends_before_it_begins_is_a_fault() {
        var noon = at("2026-11-19T12:00+01:00");
        assertThatThrownBy(() -> OFFICE.moved(noon, noon, noon.minusSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void open_stays_and_closed_waits_for_the_opening() {
        assertThat(OFFICE.opening(at("2026-11-19T12:11:05+01:00"))).isEqualTo(at("2026-11-19T12:11:05+01:00"));
        assertThat(OFFICE.opening(at("2026-11-19T16:00+01:00"))).isEqualTo(at("2026-11-20T08:00+01:00"));
        assertThat(OFFICE.opening(at("2027-03-24T18:00+01:00"))).isEqualTo(at("2027-03-30T08:00+02:00"));
        assertThat(OFFICE.isWorkingDay(LocalDate.parse("2027-03-30"))).isTrue();
        assertThat(OFFICE.isWorkingDay(LocalDate.parse("2027-03-29"))).isFalse();
        assertThat(COUNTER.isWorkingDay(LocalDate.parse("2026-11-21"))).isTrue();
        assertThat(COUNTER.isWorkingDay(LocalDate.parse("2026-11-25"))).isFalse();
    }

    @Test
    void an_exception_stands_over_a_holiday() {
        var open = new WorkingCalendar(OSLO, OFFICE.week(), Map.of(LocalDate.parse("2027-05-17"), List.of(Hours.of("09:00", "10:00"))), true);
        assertThat(open.opening(at("2027-05-15T12:00+02:00"))).isEqualTo(at("2027-05-17T09:00+02:00"));
    }

    @Test
    void refuses_calendars_and_times_that_make_no_sense() {
        assertRefused("calendars.week.empty", () -> new WorkingCalendar(OSLO, Map.of(), Map.of(), true));
        assertRefused("calendars.week.empty", () -> new WorkingCalendar(OSLO, week(List.of(), MONDAY), Map.of(LocalDate.EPOCH, List.of(Hours.of("08:00", "09:00"))), true));
        assertRefused("calendars.hours.overlapping", () -> new WorkingCalendar(OSLO, week(List.of(Hours.of("08:00", "12:00"), Hours.of("11:59", "13:00")), MONDAY), Map.of(), true));
        assertRefused("calendars.hours.overlapping", () -> new WorkingCalendar(OSLO, week(List.of(Hours.of("20:00", "24:00"), Hours.of("21:00", "22:00")), MONDAY), Map.of(), true));
        assertRefused("calendars.hours.backwards", () -> Hours.of("16:00", "08:00"));
        assertRefused("calendars.hours.backwards", () -> Hours.of("08:00", "08:00"));
        assertRefused("calendars.hours.whole-minutes", () -> Hours.of("08:00:30", "09:00"));
        assertRefused("calendars.hours.unreadable", () -> Hours.parse("8-16"));
        assertRefused("calendars.hours.unreadable", () -> Hours.parse("24:00-24:00"));
        assertThat(Hours.parse("20:00-24:00")).isEqualTo(Hours.of("20:00", "24:00")).hasToString("20:00-24:00");
        assertRefused("calendars.range.absurd", () -> OFFICE.after(Instant.MAX, Term.days(1)));
        assertRefused("calendars.range.absurd", () -> OFFICE.opening(Instant.MIN));
        assertRefused("calendars.range.absurd", () -> OFFICE.between(Instant.EPOCH, Instant.MAX));
        var saturdays = new WorkingCalendar(OSLO, week(List.of(Hours.of("12:00", "12:01")), SATURDAY), Map.of(), false);
        assertRefused("calendars.range.absurd", () -> saturdays.after(at("2026-11-19T12:00+01:00"), Term.parse("PT87600H")));
    }

    private static void assertDue(WorkingCalendar calendar, OffsetDateTime start, String term, OffsetDateTime due) {
        assertThat(calendar.after(start.toInstant(), Term.parse(term)).atZone(OSLO).toOffsetDateTime()).isEqualTo(due);
    }

    private static void assertRefused(String key, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private static Map<DayOfWeek, List<Hours>> week(List<Hours> hours, DayOfWeek... days) {
        return Stream.of(days).collect(Collectors.toMap(day -> day, day -> hours));
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
