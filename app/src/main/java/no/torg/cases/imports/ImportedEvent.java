package no.torg.cases.imports;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * What one record of another system says of a case: how it stood after that record, in Torg's terms with the source's words beside them.
 *
 * @param id       says which record it is; the same record has the same id each time it is read
 * @param order    what sorts it among those of its case: whole numbers and texts, compared one after the other
 * @param counters what the source counted itself, by its last word
 * @param unsaid   the parts that the record leaves as they were before it: state, priority, impact, urgency, channel, team, handler, requester, resolved, closed
 * @param digest   of what the record says there, word by word, so that another one with the same id is told from the same one; null where that is not asked
 * @param outlived whether its case had gone on here when it came, and it tells what was after all that was known from there: it is history, and how the case
 *                 stands is said here
 */
public record ImportedEvent(UUID id, List<Object> order, Times times, Standing standing, Sorting sorting, Hands hands, List<Counter> counters,
        Set<String> unsaid, @Nullable String digest, boolean outlived) {

    /** The order within a case: numbers by size before texts by their characters. */
    public static final Comparator<ImportedEvent> ORDER = (a, b) -> {
        for (int i = 0; i < Math.min(a.order.size(), b.order.size()); i++) {
            var compared = compare(a.order.get(i), b.order.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return a.id.compareTo(b.id);
    };

    /**
     * When it happened, and when the case was opened, resolved and closed as the source says.
     *
     * @param ends   whether the source says itself when a case was resolved and closed; else the states tell
     * @param worked how long the case had taken then, as it was counted when the record came; null where that was not asked
     */
    public record Times(Instant at, Instant opened, @Nullable Instant resolved, @Nullable Instant closed, boolean ends, @Nullable Worked worked) {
    }

    /** Minutes of working time since a moment, by the calendar that the team had when they were counted. */
    public record Worked(Instant since, int minutes) {
    }

    /**
     * The state, with the source's word for it.
     *
     * @param subState the source's word, where it knows a state that Torg does not
     * @param waitFor  whom a waiting case waits for: requester, third-party or date
     */
    public record Standing(CaseState state, String label, @Nullable String subState, @Nullable String waitFor) {
    }

    /** How the case is sorted, with the source's words for priority and channel; empty where it has none. */
    public record Sorting(int priority, String priorityLabel, String channel, String channelLabel, String impact, String urgency) {
    }

    /** Whose it is: the team (all zeros for none), the handler, the requester, and who did it. */
    public record Hands(UUID team, @Nullable UUID handler, UUID requester, @Nullable UUID actor) {
    }

    /** A number that the source kept; {@code mean} names the measure of its mean, empty for none. */
    public record Counter(String name, String mean, int value) {
    }

    /** The same record, come to a case that has gone on here. */
    ImportedEvent late() {
        return new ImportedEvent(id, order, times, standing, sorting, hands, counters, unsaid, digest, true);
    }

    /** Whether both are known by what they say, and say something else. */
    boolean differs(ImportedEvent other) {
        return digest != null && other.digest != null && !digest.equals(other.digest);
    }

    /** Whether a part is left as it was. */
    boolean leaves(String part) {
        return unsaid.contains(part);
    }

    private static int compare(Object a, Object b) {
        if (a instanceof Number one && b instanceof Number other) {
            return Long.compare(one.longValue(), other.longValue());
        }
        return a instanceof Number ? -1 : b instanceof Number ? 1 : a.toString().compareTo(b.toString());
    }
}
