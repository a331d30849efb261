package no.torg.migration;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record of a log, read: people and teams still by their names.
 *
 * @param n      its place in the file, from 1 after the header
 * @param number the case's number in the source
 * @param id     says which record it is
 */
record Read(long n, String line, String number, UUID id, List<Object> order, Instant at, @Nullable String by, Instant opened, @Nullable Instant resolved,
        @Nullable Instant closed, @Nullable String requester, @Nullable String handler, Mapped state, Mapped priority, Mapped impact, Mapped urgency, Mapped channel,
        @Nullable String team, Cells cells, Map<String, Integer> counters) {

    /** A value of the source, empty for none, and what it becomes; {@code named} if the mapping names it, {@code unchanged} if it is left as it was. */
    record Mapped(String label, String value, boolean named, boolean unchanged) {
    }

    /** The values by their columns. */
    interface Cells {

        /** Null where it is missing. */
        @Nullable String value(String column);
    }

    /** The parts that it leaves as they were: those whose word says so, and those that are carried and missing. */
    Set<String> unsaid(Set<String> carried) {
        var unsaid = new HashSet<String>();
        leave(unsaid, "state", state.unchanged());
        leave(unsaid, "priority", priority.unchanged());
        leave(unsaid, "impact", impact.unchanged());
        leave(unsaid, "urgency", urgency.unchanged());
        leave(unsaid, "channel", channel.unchanged());
        leave(unsaid, "team", team == null && carried.contains("team"));
        leave(unsaid, "handler", handler == null && carried.contains("handler"));
        leave(unsaid, "requester", requester == null && carried.contains("requester"));
        leave(unsaid, "resolved", resolved == null && carried.contains("resolved"));
        leave(unsaid, "closed", closed == null && carried.contains("closed"));
        return unsaid.isEmpty() ? Set.of() : unsaid;
    }

    private static void leave(Set<String> unsaid, String part, boolean left) {
        if (left) {
            unsaid.add(part);
        }
    }

    /** The same record as another one of its like. */
    Read as(UUID other) {
        return new Read(n, line, number, other, order, at, by, opened, resolved, closed, requester, handler, state, priority, impact, urgency, channel, team, cells, counters);
    }
}
