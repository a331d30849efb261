package no.torg.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What its time adds to the relevance of an entry: of what fits alike the newer is mostly meant. It is little beside a rare word, and decides where the words
 * tell little; there most of what is old need not be looked at.
 *
 * @param day the beginning of the day, in milliseconds since 1970, on which the first page was asked for; the pages after it count from there too
 */
record Recency(long day) {

    /** A rare word is worth 10 to 15, one that stands everywhere less than 2. */
    private static final float MOST = 2;
    /** In so many milliseconds it falls to a third: 90 days. */
    private static final double FADES = 90 * 86_400_000.0;

    /** For a first page that is asked for now. */
    static Recency now() {
        return new Recency(Instant.now().truncatedTo(ChronoUnit.DAYS).toEpochMilli());
    }

    /** Of an entry of that time, in milliseconds since 1970; no more for any that is older. */
    float of(long at) {
        return at >= day ? MOST : (float) (MOST * Math.exp(((double) at - day) / FADES));
    }
}
