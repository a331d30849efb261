package no.torg.events;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Follows the log on each node and keeps what can be rebuilt from it: a search index, live updates. A seam. */
public interface Follower {

    /** Its name, for the lag shown to operators. */
    String name();

    /** Where it has got to; empty: it starts at the log's end as of now (live updates) or at its beginning, as {@link #fromTheBeginning()} says. */
    Optional<Position> position();

    /** Whether one with no position reads the whole log. */
    boolean fromTheBeginning();

    /** Takes the next events, of all tenants mixed, in the order they were committed for readers; may come again after a crash. Imported ones come without their data. */
    void follow(List<Event> events, Position reached);

    /** There is nothing more for now after what it was just given. */
    default void caughtUp() {
    }

    /**
     * It has nothing and could read the whole log: it may instead take in everything as it is now, which is up to that end and more. False where it
     * did not, and then the log comes from its beginning. Looks at {@code going} as it works; broken off, it has nothing still.
     */
    default boolean begin(Position end, BooleanSupplier going) {
        return false;
    }
}
