package no.torg.calendars;

import static java.util.Comparator.comparing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.torg.web.Refused;

/**
 * When people are at work: opening hours by weekday, exceptions by date (an empty list is a day off; half days, open Saturdays and open
 * holidays have hours) and, if wanted, Norway's public holidays off. An exception stands over both the holiday and the weekday.
 *
 * <p>Working time is elapsed time: where the clocks change inside opening hours, the day has an hour less or more. Every instant must be
 * between the years 1900 and 2200.
 */
public record WorkingCalendar(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, List<Hours>> exceptions, boolean norwegianHolidays) {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private record Open(Instant from, Instant to) {}

    /** Refuses a week without any hours, and hours of one day that overlap. */
    public WorkingCalendar {
        week = tidy(week, () -> new EnumMap<>(DayOfWeek.class));
        exceptions = tidy(exceptions, TreeMap::new);
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new Refused("calendars.week.empty");
        }
    }

    /** An ordinary office: Monday to Friday 08–16, Norwegian public holidays off. */
    public static WorkingCalendar office(ZoneId zone) {
        var week = Stream.of(DayOfWeek.values()).limit(5).collect(Collectors.toMap(Function.identity(), day -> List.of(Hours.of("08:00", "16:00"))));
        return new WorkingCalendar(zone, week, Map.of(), true);
    }

    /**
     * When the term, counted from {@code start}, is over. {@code PTn} counts opening time and may end at the minute of closing; {@code PnD}
     * is the same clock time n working days later – if that is outside the day's hours, the day's next opening, or else its closing (so that
     * a later start is never due earlier). A start outside hours counts from the next opening.
     */
    public Instant after(Instant start, Term term) {
        return switch (term.unit()) {
            case MINUTES -> plus(start, Duration.ofMinutes(term.amount()));
            case DAYS -> daysAfter(opening(start), term.amount());
        };
    }

    /** The working time from one instant to another; negative when {@code to} is the earlier. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        var sum = Duration.ZERO;
        var last = sane(to).atZone(zone).toLocalDate();
        for (var date = sane(from).atZone(zone).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            for (var open : opensOn(date)) {
                var begin = later(open.from, from);
                var end = open.to.isBefore(to) ? open.to : to;
                if (begin.isBefore(end)) {
                    sum = sum.plus(Duration.between(begin, end));
                }
            }
        }
        return sum;
    }

    /**
     * The due time after a wait: {@code due} moved by the working time waited. What remained when the wait began remains when it ends, also
     * when the wait began after {@code due}. A wait that ends before it begins is a fault of the caller.
     */
    public Instant moved(Instant due, Instant waitFrom, Instant waitTo) {
        if (waitTo.isBefore(waitFrom)) {
            throw new IllegalArgumentException("the wait ends before it begins");
        }
        var waited = between(waitFrom, waitTo);
        return waited.isZero() ? due : plus(due, waited);
    }

    /** The same instant if open, else the next opening. */
    public Instant opening(Instant instant) {
        for (var date = sane(instant).atZone(zone).toLocalDate(); ; date = sane(date).plusDays(1)) {
            for (var open : opensOn(date)) {
                if (instant.isBefore(open.to)) {
                    return later(open.from, instant);
                }
            }
        }
    }

    /** True if there are hours that day. */
    public boolean isWorkingDay(LocalDate date) {
        return !hoursOn(date).isEmpty();
    }

    private Instant plus(Instant start, Duration term) {
        var left = term;
        for (var date = sane(start).atZone(zone).toLocalDate(); ; date = sane(date).plusDays(1)) {
            for (var open : opensOn(date)) {
                var begin = later(open.from, start);
                if (begin.isBefore(open.to)) {
                    var length = Duration.between(begin, open.to);
                    if (left.compareTo(length) <= 0) {
                        return begin.plus(left);
                    }
                    left = left.minus(length);
                }
            }
        }
    }

    private Instant daysAfter(Instant start, int days) {
        var local = start.atZone(zone).toLocalDateTime();
        var date = local.toLocalDate();
        for (var left = days; left > 0; ) {
            date = sane(date).plusDays(1);
            if (isWorkingDay(date)) {
                left--;
            }
        }
        var time = local.toLocalTime();
        for (var hours : hoursOn(date)) {
            if (hours.contains(time)) {
                return instantOf(date.atTime(time));
            }
            if (time.isBefore(hours.from())) {
                return instantOf(date.atTime(hours.from()));
            }
        }
        return opensOn(date).getLast().to;
    }

    private List<Hours> hoursOn(LocalDate date) {
        var exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        var hours = week.getOrDefault(date.getDayOfWeek(), List.of());
        return hours.isEmpty() || norwegianHolidays && NorwegianHolidays.contains(date) ? List.of() : hours;
    }

    private List<Open> opensOn(LocalDate date) {
        var hours = hoursOn(date);
        var opens = new ArrayList<Open>(hours.size());
        for (var stretch : hours) {
            var end = stretch.to().equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(stretch.to());
            opens.add(new Open(instantOf(date.atTime(stretch.from())), instantOf(end)));
        }
        return opens;
    }

    // Java moves a local time in the spring gap forward by the gap's length, which could pass the end of its own stretch
    private Instant instantOf(LocalDateTime local) {
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant sane(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(LAST)) {
            throw new Refused("calendars.range.absurd");
        }
        return instant;
    }

    private static LocalDate sane(LocalDate date) {
        if (date.getYear() < 1899 || date.getYear() > 2200) {
            throw new Refused("calendars.range.absurd");
        }
        return date;
    }

    private static <K> Map<K, List<Hours>> tidy(Map<K, List<Hours>> days, Supplier<Map<K, List<Hours>>> made) {
        var tidied = made.get();
        days.forEach((day, hours) -> {
            var sorted = hours.stream().sorted(comparing(Hours::from)).toList();
            for (int i = 1; i < sorted.size(); i++) {
                if (!sorted.get(i - 1).endsBefore(sorted.get(i))) {
                    throw new Refused("calendars.hours.overlapping", day.toString());
                }
            }
            tidied.put(day, sorted);
        });
        return Collections.unmodifiableMap(tidied);
    }
}
