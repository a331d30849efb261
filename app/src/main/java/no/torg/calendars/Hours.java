package no.torg.calendars;

import java.time.LocalTime;
import no.torg.web.Refused;

/**
 * One stretch of opening hours in local time, from and including {@code from}, up to but not including {@code to}.
 * {@code to} at 00:00 means the end of the day; hours that cross midnight are written as one stretch on each day.
 */
public record Hours(LocalTime from, LocalTime to) {

    /** Refuses a stretch that ends before it begins, or that isn't in whole minutes. */
    public Hours {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new Refused("calendars.hours.backwards", from.toString(), to.toString());
        }
        if (from.getNano() + from.getSecond() + to.getNano() + to.getSecond() != 0) {
            throw new Refused("calendars.hours.whole-minutes", from.toString(), to.toString());
        }
    }

    /** Reads {@code 08:00} and {@code 16:00}; {@code 24:00} is the end of the day. */
    public static Hours of(String from, String to) {
        return new Hours(LocalTime.parse(from), to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
    }

    boolean endsBefore(Hours next) {
        return !to.equals(LocalTime.MIDNIGHT) && !to.isAfter(next.from);
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
}
