package no.torg.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a subject and counts: the trace that leads from a number down to the very subjects.
 *
 * @param event   the log's event it was read from; the same event and kind counts once, however often it is recorded
 * @param kind    what happened, also the measure that counts how often
 * @param scope   a service
 * @param part    a team
 * @param day     in the tenant's zone
 * @param stock   what it does to the number of subjects that lie with the part: 1, 0 or -1
 * @param minutes the working time it took; null for what takes no time
 * @param late    whether that was after its due time; null where there was none
 * @param label   which kind of it, as the team handed to; empty where there is but one
 * @param counts  what it adds to other measures
 */
public record Occurrence(UUID event, String kind, UUID scope, UUID part, UUID subject, LocalDate day, int stock, @Nullable Integer minutes,
        @Nullable Boolean late, String label, List<Count> counts) {

    /** Ends the name of the measure of how many subjects lie with a part; its beginning is the kind's own, as {@code cases}. */
    static final String BACKLOG = ".backlog";

    /** Ends the kinds that are counted and not traced: what no number leads down to. */
    static final String UNTRACED = ".changed";

    boolean traced() {
        return !kind.endsWith(UNTRACED);
    }

    /** The same with more that it adds to. */
    public Occurrence and(List<Count> more) {
        var all = new ArrayList<>(counts);
        all.addAll(more);
        return new Occurrence(event, kind, scope, part, subject, day, stock, minutes, late, label, List.copyOf(all));
    }

    /** What it adds to the tallies. */
    List<Tally> tallies() {
        var tallies = new ArrayList<Tally>();
        tallies.add(new Tally(kind, scope, part, day, label, 0, 1));
        if (stock != 0) {
            tallies.add(new Tally(kind.substring(0, kind.indexOf('.')) + BACKLOG, scope, part, day, "", 0, stock));
        }
        counts.forEach(count -> tallies.add(new Tally(count.measure(), scope, count.part() == null ? part : count.part(), day, count.label(), count.value(), count.n())));
        return tallies;
    }
}
