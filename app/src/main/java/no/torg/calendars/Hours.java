package no.torg.calendars;

import java.time.LocalTime;
import java.util.regex.Pattern;
import no.torg.web.Refused;

/**
 * One stretch of opening hours in local time, from and including {@code from}, up to but not including {@code to}.
 * {@code to} at 00:00 means the end of the day; hours that cross midnight are written as one stretch on each day.
 */
public record Hours(LocalTime from, LocalTime to) {

    private static final Pattern TEXT = Pattern.compile("((?:[01][0-9]|2[0-3]):[0-5][0-9])-((?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)");

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

    /** Reads {@code 08:00-16:00}, what {@link #toString} writes; anything else is refused. */
    public static Hours parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new Refused("calendars.hours.unreadable", text);
        }
        return of(match.group(1), match.group(2));
    }

    /** As {@code 08:00-16:00}, the end of the day as 24:00. */
    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
    }

    boolean endsBefore(Hours next) {
        return !to.equals(LocalTime.MIDNIGHT) && !to.isAfter(next.from);
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
}
