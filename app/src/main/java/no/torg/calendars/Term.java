package no.torg.calendars;

import java.util.regex.Pattern;
import no.torg.web.Refused;

/** A target or promise in working time: so many working minutes ({@code PT4H}, {@code PT30M}) or so many working days ({@code P2D}). */
public record Term(int amount, Unit unit) {

    /** What a term counts: minutes inside opening hours, or working days. */
    public enum Unit { MINUTES, DAYS }

    private static final int MOST_DAYS = 3650;
    private static final int MOST_MINUTES = MOST_DAYS * 24 * 60;
    private static final Pattern ISO = Pattern.compile("P(T?)([1-9][0-9]{0,11})([HMD])");

    /** Refuses less than one and more than ten years ({@code 3650} days, or as many minutes as they have). */
    public Term {
        if (amount < 1) {
            throw new Refused("calendars.term.unreadable", amount);
        }
        if (amount > (unit == Unit.DAYS ? MOST_DAYS : MOST_MINUTES)) {
            throw new Refused("calendars.term.too-long");
        }
    }

    /** So many working minutes; refuses what the record refuses. */
    public static Term minutes(int minutes) {
        return new Term(minutes, Unit.MINUTES);
    }

    /** So many working days; refuses what the record refuses. */
    public static Term days(int days) {
        return new Term(days, Unit.DAYS);
    }

    /** Reads {@code PTnH}, {@code PTnM} or {@code PnD}; anything else – mixed, negative, zero, weeks, over ten years – is refused. */
    public static Term parse(String text) {
        var match = ISO.matcher(text);
        if (!match.matches() || match.group(1).isEmpty() != match.group(3).equals("D")) {
            throw new Refused("calendars.term.unreadable", text);
        }
        long amount = Long.parseLong(match.group(2)) * (match.group(3).equals("H") ? 60 : 1);
        return new Term((int) Math.min(amount, Integer.MAX_VALUE), match.group(1).isEmpty() ? Unit.DAYS : Unit.MINUTES);
    }

    /** The ISO 8601 text that {@link #parse} reads back to an equal term; whole hours are written as hours. */
    @Override
    public String toString() {
        return switch (unit) {
            case DAYS -> "P" + amount + "D";
            case MINUTES -> amount % 60 == 0 ? "PT" + amount / 60 + "H" : "PT" + amount + "M";
        };
    }
}
