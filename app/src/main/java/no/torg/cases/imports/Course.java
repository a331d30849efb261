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
 * @param since    when it entered the state it is in
 * @param updated  the latest time of any
 * @param resolved when it was resolved, as the source says or, where it does not, as its states do; null where neither does
 * @param teams    the teams that had it
 */
record Course(ImportedEvent last, Instant since, Instant updated, @Nullable Instant resolved, @Nullable Instant closed, int handOvers, int returns,
        int reopenings, Set<UUID> teams) {

    static Course of(List<ImportedEvent> ordered) {
        var teams = new HashSet<UUID>();
        var last = ordered.getLast();
        var since = ordered.getFirst().times().at();
        var updated = since;
        Instant ended = null;
        Instant closed = null;
        UUID known = null;
        int handOvers = 0;
        int returns = 0;
        int reopenings = 0;
        ImportedEvent before = null;
        for (var event : ordered) {
            var at = event.times().at();
            updated = at.isAfter(updated) ? at : updated;
            var state = event.standing().state();
            if (before != null && before.standing().state() != state) {
                since = at;
                reopenings += state.open() && !before.standing().state().open() ? 1 : 0;
            }
            if (before == null || before.standing().state() != state) {
                ended = state.open() ? null : ended == null ? at : ended;
                closed = state == CaseState.CLOSED ? at : null;
            }
            var team = event.hands().team();
            if (!team.equals(Organisation.NO_TEAM)) {
                if (known != null && !known.equals(team)) {
                    handOvers++;
                    returns += teams.contains(team) ? 1 : 0;
                }
                teams.add(team);
                known = team;
            }
            before = event;
        }
        var times = last.times();
        return new Course(last, since, updated, times.ends() ? times.resolved() : ended, times.ends() ? times.closed() : closed, handOvers, returns, reopenings, teams);
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
