package no.torg.cases.imports;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.CaseState;
import no.torg.events.Event;
import org.jspecify.annotations.Nullable;

/**
 * Where the log says that an imported case was left, as its row has it until something happens to it here.
 *
 * @param teams the teams that it went between; none where it went nowhere
 */
public record ImportedStanding(CaseState state, Instant since, UUID team, @Nullable UUID handler, int priority, @Nullable Instant resolved, @Nullable Instant closed,
        int handOvers, int returns, int reopenings, Set<UUID> teams) {

    /** Of the events of one case that are of type {@link ImportedCases#TYPE}, given in any order; at least one. */
    public static ImportedStanding of(List<Event> events) {
        var course = Course.of(events.stream().map(EventFacts::read).sorted(ImportedEvent.ORDER).toList());
        var last = course.last();
        return new ImportedStanding(last.standing().state(), course.since(), last.hands().team(), last.hands().handler(), last.sorting().priority(), course.rowResolved(),
                course.rowClosed(), course.handOvers(), course.returns(), course.reopenings(), course.handOvers() == 0 ? Set.of() : Set.copyOf(course.teams()));
    }
}
