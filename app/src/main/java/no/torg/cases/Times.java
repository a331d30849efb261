package no.torg.cases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A time that may not be: never is stored as the year 9999, so that sort columns are never null and every driver can read them. */
final class Times {

    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private Times() {
    }

    static @Nullable Instant orNull(Instant stored) {
        return stored.equals(NEVER) ? null : stored;
    }

    static Instant stored(@Nullable Instant time) {
        return time == null ? NEVER : time;
    }
}
