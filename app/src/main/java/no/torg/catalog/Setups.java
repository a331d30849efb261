package no.torg.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.calendars.Calendars;
import no.torg.calendars.WorkingCalendar;
import no.torg.people.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tenant brings to a definition. */
@Component
class Setups {

    private static final UUID NO_TEAM = new UUID(0, 0);

    private final Calendars calendars;
    private final Organisation organisation;
    private final Topics topics;

    Setups(Calendars calendars, Organisation organisation, Topics topics) {
        this.calendars = calendars;
        this.organisation = organisation;
        this.topics = topics;
    }

    /** For a folder that comes in: its slots are not bound yet. */
    Setup unbound() {
        return setup(Map.of(), null);
    }

    /** With slots as they are bound; a person in a slot works by the tenant's default calendar. */
    Setup bound(Map<String, UUID> teams) {
        return setup(teams, teams.keySet());
    }

    private Setup setup(Map<String, UUID> teams, @Nullable Set<String> bound) {
        var bySlot = new HashMap<String, WorkingCalendar>();
        teams.forEach((slot, team) -> bySlot.put(slot, calendars.of(team)));
        var known = topics.all().stream().map(Topics.Topic::id).collect(Collectors.toUnmodifiableSet());
        var audiences = organisation.audiences().stream().map(Organisation.Audience::id).collect(Collectors.toUnmodifiableSet());
        return new Setup(calendars.of(NO_TEAM), bySlot, PriorityMatrix.DEFAULT, known, audiences, bound);
    }
}
