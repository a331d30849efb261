package no.torg.cases.work;

import java.time.Instant;
import java.util.UUID;

import no.torg.cases.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists have it: names beside ids, and of the last message what this reader may see.
 *
 * @param key      its place in the list
 * @param own      whether it is the reader's own, so that nothing internal shows
 * @param waitFor  what it waits for; null unless it waits
 * @param internal whether the last message is a note
 */
record ListedCase(UUID id, String number, long key, String title, boolean own, CaseState state, @Nullable String waitFor, UUID service, String version,
        Named requester, Named team, @Nullable Named handler, int priority, String impact, String urgency, Instant opened, Instant updated, Instant due,
        Instant promised, @Nullable Instant resolved, @Nullable Instant closed, @Nullable Last last, boolean unread) {

    /** Somebody or something by id and name. */
    record Named(UUID id, String name) {
    }

    /** The last message. */
    record Last(Instant at, @Nullable String by, String snippet, boolean internal) {
    }
}
