package no.torg.cases.work.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change in a case's history.
 *
 * @param what what happened, as a sentence
 * @param noun what was changed ("Team"); null when {@code what} says so, or nothing went from one to another
 * @param from what it was, null for nothing; in words
 * @param to what it became, null for nothing; in words
 */
public record HistoryRow(Instant at, String who, String what, @Nullable String noun, @Nullable String from, @Nullable String to, boolean internal) {

    /** Whether something went from one to another. */
    public boolean changed() {
        return from != null || to != null;
    }
}
