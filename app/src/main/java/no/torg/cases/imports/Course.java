package no.torg.cases.imports;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.CaseState;
import no.torg.people.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of a case, in their order, leave it.
 *
 * @param last     the last of them
 * @param opened   when the case was opened: as the first of them says
 * @param since    when it entered the state it is in
 * @param updated  the latest time of any
 * @param resolved when it was resolved, as the source says or, where it does not, as its states do; null where neither does
 * @param teams    the teams that had it
 */
record Course(ImportedEvent last, Instant opened, Instant since, Instant updated, @Nullable Instant resolved, @Nullable Instant closed, int handOvers, int returns,
        int reopenings, Set<UUID> teams) {

    static Course of(List<ImportedEvent> records) {
        var ordered = Carried.filled(records);
        var walk = new Walk(ordered.getFirst());
        ordered.forEach(walk::step);
        var last = ordered.getLast();
        var times = last.times();
        return new Course(last, ordered.getFirst().times().opened(), walk.since, walk.updated, times.ends() ? times.resolved() : walk.ended,
                times.ends() ? times.closed() : walk.closed, walk.handOvers, walk.returns, walk.reopenings, walk.teams);
    }

    private static final class Walk {

        private final Set<UUID> teams = new HashSet<>();
        private Instant since;
        private Instant updated;
        private @Nullable Instant ended;
        private @Nullable Instant closed;
        private @Nullable UUID known;
        private @Nullable CaseState state;
        private int handOvers;
        private int returns;
        private int reopenings;

        Walk(ImportedEvent first) {
            this.since = first.times().at();
            this.updated = since;
        }

        void step(ImportedEvent event) {
            var at = event.times().at();
            updated = at.isAfter(updated) ? at : updated;
            enter(event.standing().state(), at);
            if (!event.hands().team().equals(Organisation.NO_TEAM)) {
                pass(event.hands().team());
            }
        }

        private void enter(CaseState next, Instant at) {
            if (next == state) {
                return;
            }
            since = at;
            reopenings += state != null && next.open() && !state.open() ? 1 : 0;
            ended = next.open() ? null : ended == null ? at : ended;
            closed = next == CaseState.CLOSED ? at : null;
            state = next;
        }

        private void pass(UUID team) {
            if (known != null && !known.equals(team)) {
                handOvers++;
                returns += teams.contains(team) ? 1 : 0;
            }
            teams.add(team);
            known = team;
        }
    }

    /** When the row says that it was resolved: while it wants work never, else as known, at the latest when it entered its state. */
    @Nullable Instant rowResolved() {
        return last.standing().state().open() ? null : resolved != null ? resolved : closed != null ? closed : since;
    }

    /** When the row says that it was closed. */
    @Nullable Instant rowClosed() {
        return last.standing().state() != CaseState.CLOSED ? null : closed != null ? closed : since;
    }
}
