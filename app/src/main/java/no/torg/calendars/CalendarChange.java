package no.torg.calendars;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import no.torg.tenancy.Tenant;
import no.torg.web.Fields;
import no.torg.web.Invalid;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar is to be.
 *
 * @param zone              as Europe/Oslo; the organisation's when missing
 * @param week              hours by weekday, as {"monday": ["08:00-11:30", "12:00-16:00"]}; a day left out is closed
 * @param exceptions        hours by date where they are others than the weekday's, as {"2026-12-23": ["08:00-12:00"]}; none is a day off
 * @param norwegianHolidays whether public holidays are off; they are when missing
 * @param usual             whether teams without a calendar of their own work by it from now on
 * @param version           for a change, the version it starts from
 */
record CalendarChange(String name, @Nullable String zone, Map<String, List<String>> week, @Nullable Map<String, List<String>> exceptions,
        @Nullable Boolean norwegianHolidays, @Nullable Boolean usual, @Nullable Integer version) {

    static final int NAME = 200;
    private static final int MOST_EXCEPTIONS = 1_000;
    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList();

    boolean isDefault() {
        return Boolean.TRUE.equals(usual);
    }

    /** The hours; what cannot be read is invalid by its place. */
    WorkingCalendar hours() {
        var days = days("week", Fields.required("week", week), day -> DayOfWeek.valueOf(Fields.choice("week." + day, day, DAYS).toUpperCase(Locale.ROOT)));
        var others = exceptions == null ? Map.<LocalDate, List<Hours>>of() : days("exceptions", exceptions, CalendarChange::date);
        Fields.range("exceptions", others.size(), 0, MOST_EXCEPTIONS);
        return told("week", () -> new WorkingCalendar(zoneId(), days, others, norwegianHolidays == null || norwegianHolidays));
    }

    private ZoneId zoneId() {
        try {
            return zone == null ? Tenant.current().zone() : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new Invalid("zone", "calendars.zone.unknown", zone);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new Invalid("exceptions." + text, "web.invalid.type");
        }
    }

    private static <K> Map<K, List<Hours>> days(String field, Map<String, List<String>> given, Function<String, K> key) {
        var days = new LinkedHashMap<K, List<Hours>>();
        given.forEach((day, hours) -> {
            var at = field + "." + day;
            days.put(key.apply(day), Fields.required(at, hours).stream().map(text -> told(at, () -> Hours.parse(Fields.required(at, text)))).toList());
        });
        return days;
    }

    /** A rule about hours that is broken is said of the field they stand in. */
    private static <T> T told(String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (Refused refused) {
            throw new Invalid(field, refused.key(), refused.args());
        }
    }
}
