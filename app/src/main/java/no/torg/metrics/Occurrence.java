package no.torg.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * @param values  the other measures it counts in, with their value in whole minutes (0 for a count)
 */
public record Occurrence(UUID event, String kind, UUID scope, UUID part, UUID subject, LocalDate day, int stock, @Nullable Integer minutes,
        @Nullable Boolean late, Map<String, Integer> values) {

    /** Ends the name of the measure of how many subjects lie with a part; its beginning is the kind's own, as {@code cases}. */
    static final String BACKLOG = ".backlog";

    /** What it adds to the tallies. */
    List<Tally> tallies() {
        var tallies = new ArrayList<Tally>();
        tallies.add(new Tally(kind, scope, part, day, 0, 1));
        if (stock != 0) {
            tallies.add(new Tally(kind.substring(0, kind.indexOf('.')) + BACKLOG, scope, part, day, 0, stock));
        }
        values.forEach((measure, value) -> tallies.add(new Tally(measure, scope, part, day, value, 1)));
        return tallies;
    }
}
