package no.torg.cases.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.calendars.Calendars;
import no.torg.cases.CaseFigures;
import no.torg.cases.CaseState;
import no.torg.cases.imports.ImportedEvent.Counter;
import no.torg.cases.imports.ImportedEvent.Worked;
import no.torg.events.Event;
import no.torg.metrics.Count;
import no.torg.metrics.Occurrence;
import no.torg.people.Organisation;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one case, in their order, count as: by the same measures as what happens here. The whole case is counted at once, so that
 * records which are found later and belong in between change what follows them too.
 */
final class ImportedFigures {

    private final UUID service;
    private final UUID subject;
    private final Calendars calendars;
    private final List<Occurrence> found = new ArrayList<>();
    private final Set<UUID> had = new HashSet<>();
    private @Nullable UUID known;
    private Instant opened = Instant.EPOCH;
    private int handOvers;
    private int returns;
    private int reopenings;

    private ImportedFigures(UUID service, UUID subject, Calendars calendars) {
        this.service = service;
        this.subject = subject;
        this.calendars = calendars;
    }

    /** What the events of one case count as, given in any order. */
    static List<Occurrence> of(List<Event> events, Calendars calendars) {
        return of(EventFacts.service(events.getFirst()), events.getFirst().subject(), events.stream().map(EventFacts::read).sorted(ImportedEvent.ORDER).toList(), calendars);
    }

    static List<Occurrence> of(UUID service, UUID subject, List<ImportedEvent> ordered, Calendars calendars) {
        return ordered.isEmpty() ? List.of() : new ImportedFigures(service, subject, calendars).all(Carried.filled(ordered));
    }

    private List<Occurrence> all(List<ImportedEvent> ordered) {
        ImportedEvent before = null;
        var known = ordered.stream().filter(event -> !event.outlived()).toList();
        for (var event : known) {
            var first = found.size();
            if (before == null) {
                opened(event);
            } else {
                teams(before, event);
                states(before, event);
            }
            if (found.size() == first) {
                add(event, CaseFigures.CHANGED, event.hands().team(), 0, null, "", List.of());
            }
            found.set(first, found.get(first).and(changed(before, event)));
            before = event;
        }
        last(Course.of(known), ordered.getLast().counters());
        ordered.stream().filter(ImportedEvent::outlived).forEach(this::outlived);
        return List.copyOf(found);
    }

    /** How the case stands is counted by what happens here; that something was done there is told. */
    private void outlived(ImportedEvent event) {
        add(event, CaseFigures.CHANGED, event.hands().team(), 0, null, "", done(event));
    }

    private void opened(ImportedEvent event) {
        opened = event.times().opened();
        var hour = event.times().opened().atZone(Tenant.current().zone()).getHour();
        add(event, CaseFigures.OPENED, event.hands().team(), 1, null, event.sorting().channelLabel(), List.of(Count.value(CaseFigures.OPENED_HOUR, hour)), day(event.times().opened()));
        knows(event.hands().team());
        if (!event.standing().state().open()) {
            resolved(event);
        }
    }

    private void teams(ImportedEvent before, ImportedEvent event) {
        var from = before.hands().team();
        var to = event.hands().team();
        if (!from.equals(to) && before.standing().state().open()) {
            add(event, CaseFigures.MOVED_OUT, from, -1, null, "", List.of());
            add(event, CaseFigures.MOVED_IN, to, 1, null, "", List.of());
        }
        if (known != null && !to.equals(Organisation.NO_TEAM) && !known.equals(to)) {
            add(event, CaseFigures.HANDED_OVER, known, 0, null, to.toString(), ++handOvers == 1 ? List.of(Count.one(CaseFigures.HANDED_OVER_ONCE)) : List.of());
            if (had.contains(to)) {
                add(event, CaseFigures.RETURNED, to, 0, null, "", ++returns == 1 ? List.of(Count.one(CaseFigures.RETURNED_ONCE)) : List.of());
            }
        }
        knows(to);
    }

    private void knows(UUID team) {
        if (!team.equals(Organisation.NO_TEAM)) {
            had.add(team);
            known = team;
        }
    }

    private void states(ImportedEvent before, ImportedEvent event) {
        var was = before.standing().state().open();
        var is = event.standing().state().open();
        if (was && !is) {
            resolved(event);
        } else if (!was && is) {
            add(event, CaseFigures.REOPENED, event.hands().team(), 1, null, "", ++reopenings == 1 ? List.of(Count.one(CaseFigures.REOPENED_ONCE)) : List.of());
        }
    }

    private void resolved(ImportedEvent event) {
        var kept = event.times().worked();
        var working = kept != null && kept.since().equals(opened) ? kept.minutes() : working(event, opened, calendars);
        var label = event.sorting().priorityLabel();
        add(event, CaseFigures.RESOLVED, event.hands().team(), -1, working, label, List.of(Count.value(CaseFigures.RESOLUTION, minutes(opened, event.times().at())),
                Count.value(CaseFigures.RESOLUTION_WORKING, working).of(label)));
    }

    /** Minutes of working time from one moment to that of a record. */
    private static int working(ImportedEvent event, Instant from, Calendars calendars) {
        return event.times().at().isBefore(from) ? 0 : (int) calendars.of(event.hands().team()).between(from, event.times().at()).toMinutes();
    }

    /** How long a case had taken by the calendar of today, to be kept with a record that ends it, so that another calendar changes nothing; null with others. */
    static @Nullable Worked worked(ImportedEvent event, Instant opened, Calendars calendars) {
        return event.standing().state().open() ? null : new Worked(opened, working(event, opened, calendars));
    }

    private static List<Count> done(ImportedEvent event) {
        var counts = new ArrayList<Count>();
        counts.add(Count.one(CaseFigures.EVENTS, event.standing().label()).at(event.hands().team()));
        if (event.hands().handler() == null) {
            counts.add(Count.one(CaseFigures.EVENTS_UNASSIGNED).at(event.hands().team()));
        }
        return counts;
    }

    /** What each record counts as, and how it moves what counts a case once by where it is. */
    private static List<Count> changed(@Nullable ImportedEvent before, ImportedEvent event) {
        var counts = done(event);
        for (var moved : List.of(CaseFigures.PRIORITY, CaseFigures.CHANNEL, CaseFigures.LYING)) {
            var was = before == null ? null : standing(moved, before);
            var is = standing(moved, event);
            if (!is.equals(was)) {
                counts.add(is);
                if (was != null) {
                    counts.add(was.back());
                }
            }
        }
        return counts;
    }

    private static Count standing(String measure, ImportedEvent event) {
        var label = measure.equals(CaseFigures.PRIORITY) ? event.sorting().priorityLabel() : measure.equals(CaseFigures.CHANNEL) ? event.sorting().channelLabel() : "";
        return Count.one(measure, label).at(event.hands().team());
    }

    /** What a case counts as by its last record alone. The state says whether it has ended, a time only when: a case that was opened again may keep one. */
    private void last(Course course, List<Counter> counters) {
        var counts = new ArrayList<Count>();
        var state = course.last().standing().state();
        if (!state.open() && course.resolved() != null) {
            counts.add(Count.value(CaseFigures.STANDS_RESOLVED, minutes(opened, course.resolved())));
        }
        if (state == CaseState.CLOSED && course.closed() != null) {
            counts.add(Count.value(CaseFigures.STANDS_CLOSED, minutes(opened, course.closed())));
        }
        counters.forEach(counter -> counts.add(new Count(CaseFigures.SOURCE, null, counter.name() + ":" + counter.mean(), counter.value(), 1)));
        found.set(found.size() - 1, found.getLast().and(counts));
    }

    private static int minutes(Instant from, Instant to) {
        return (int) Duration.between(from, to).toMinutes();
    }

    private void add(ImportedEvent event, String kind, UUID team, int stock, @Nullable Integer working, String label, List<Count> counts) {
        add(event, kind, team, stock, working, label, counts, day(event.times().at()));
    }

    private void add(ImportedEvent event, String kind, UUID team, int stock, @Nullable Integer working, String label, List<Count> counts, LocalDate day) {
        found.add(new Occurrence(event.id(), kind, service, team, subject, day, stock, working, null, label, counts));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Tenant.current().zone()).toLocalDate();
    }
}
