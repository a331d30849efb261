package no.torg.metrics;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an occurrence adds to a measure beyond its own.
 *
 * @param part  a team; null for the occurrence's own
 * @param label which kind of what is counted; empty where there is but one
 * @param value of a duration its whole minutes, of a value counted by value the value; 0 for a count
 * @param n     how many more; negative for fewer
 */
public record Count(String measure, @Nullable UUID part, String label, int value, int n) {

    /** One more. */
    public static Count one(String measure) {
        return new Count(measure, null, "", 0, 1);
    }

    /** One more of this kind. */
    public static Count one(String measure, String label) {
        return new Count(measure, null, label, 0, 1);
    }

    /** Once a value. */
    public static Count value(String measure, int value) {
        return new Count(measure, null, "", value, 1);
    }

    /** The same taken back. */
    public Count back() {
        return new Count(measure, part, label, value, -n);
    }

    /** The same of this kind. */
    public Count of(String kind) {
        return new Count(measure, part, kind, value, n);
    }

    /** The same of another part. */
    public Count at(UUID other) {
        return new Count(measure, other, label, value, n);
    }
}
