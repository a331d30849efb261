package no.torg.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When things happen in the world: now, unless history is being told (a demo world, an import, a test), which names its own time. */
public final class Moment {

    private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

    private Moment() {
    }

    /** The moment of what is being done, to the microsecond that the database keeps. */
    public static Instant now() {
        return TOLD.isBound() ? TOLD.get() : Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Does the work as of that moment. */
    public static void at(Instant moment, Runnable work) {
        ScopedValue.where(TOLD, moment.truncatedTo(ChronoUnit.MICROS)).run(work);
    }
}
