package no.torg.catalog.views;

import java.time.Duration;

/** How long people really waited for the first reply, in working time. */
public record Measured(Duration half, Duration nineOfTen, Duration longest, long count, int days) {
    /** Where on a line of this width a time stands, the longest at its end. */
    public int at(Duration time, int width) {
        return longest.isZero() ? width : (int) Math.max(2, Math.min(width, time.toMinutes() * width / longest.toMinutes()));
    }
}
