package no.torg.migration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A record of a log, read: people and teams still by their names.
 *
 * @param number the case's number in the source
 * @param id     says which record it is
 * @param titles of the case, made when asked for, as fields are: only the last record of a case is
 */
record Read(String number, UUID id, List<Object> order, Instant at, @Nullable String by, Instant opened, @Nullable Instant resolved, @Nullable Instant closed,
        @Nullable String requester, @Nullable String handler, Mapped state, Mapped priority, Mapped impact, Mapped urgency, Mapped channel, @Nullable String team,
        Supplier<Map<String, String>> titles, Supplier<Map<String, String>> fields, Map<String, Integer> counters) {

    /** A value of the source, empty for none, and what it becomes; {@code named} if the mapping names it. */
    record Mapped(String label, String value, boolean named) {
    }
}
