package no.torg.calendars;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.events.EventLog;
import no.torg.events.NewEvent;
import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to working time: which calendar a team works by. What it answers is at most ten seconds old, on another node than the change's. */
@Component
public class Calendars {

    private final CalendarRepository repository;
    private final EventLog log;
    private final Remembered<Known> remembered = new Remembered<>(Duration.ofSeconds(10));

    Calendars(CalendarRepository repository, EventLog log) {
        this.repository = repository;
        this.log = log;
    }

    private record Known(Map<UUID, WorkingCalendar> byTeam, WorkingCalendar others) {}

    /** The team's own calendar, else the tenant's default, else Monday to Friday 08–16 in the tenant's zone with public holidays off. */
    public WorkingCalendar of(UUID teamId) {
        var known = remembered.get(this::read);
        return known.byTeam.getOrDefault(teamId, known.others);
    }

    /** The tenant's calendars by name; for administrators. */
    public List<Calendar> all(Actor actor) {
        Administration.require(actor);
        return repository.all();
    }

    /** Adds a calendar that no team works by yet; refuses a name that is taken or not of 1–200 characters. */
    @Transactional
    public UUID add(Actor actor, String name, WorkingCalendar hours) {
        Administration.require(actor);
        var id = UuidCreator.getTimeOrderedEpoch();
        repository.add(id, fresh(name, id), hours, actor.person());
        changed(actor, id, "calendars.added", Map.of("v", 1));
        return id;
    }

    /** Replaces the calendar's name, hours and exceptions; refuses a stale version. What fell due already stays as it was promised. */
    @Transactional
    public void change(Actor actor, UUID id, int version, String name, WorkingCalendar hours) {
        Administration.require(actor);
        if (!repository.change(id, version, fresh(name, id), hours, actor.person())) {
            if (repository.exists(id)) {
                throw new Refused("calendars.calendar.stale");
            }
            throw new NotFound("calendar");
        }
        changed(actor, id, "calendars.changed", Map.of("v", 1, "version", version + 1));
    }

    /** Lets all teams without a calendar of their own work by this one. */
    @Transactional
    public void makeDefault(Actor actor, UUID id) {
        Administration.require(actor);
        known(id);
        repository.makeDefault(id, actor.person());
        changed(actor, id, "calendars.made-default", Map.of("v", 1));
    }

    /** Lets the team work by this calendar from now on. */
    @Transactional
    public void bind(Actor actor, UUID teamId, UUID id) {
        Administration.require(actor);
        known(id);
        try {
            repository.bind(teamId, id, actor.person());
        } catch (DataIntegrityViolationException noSuchTeam) {
            throw new NotFound("team");
        }
        changed(actor, id, "calendars.bound", Map.of("v", 1, "team", teamId));
    }

    /** Lets the team work by the default calendar again; nothing happens if it does. */
    @Transactional
    public void unbind(Actor actor, UUID teamId) {
        Administration.require(actor);
        repository.unbind(teamId).ifPresent(id -> changed(actor, id, "calendars.unbound", Map.of("v", 1, "team", teamId)));
    }

    private Known read() {
        var byTeam = new HashMap<UUID, WorkingCalendar>();
        var others = WorkingCalendar.office(Tenant.current().zone());
        for (var calendar : repository.all()) {
            calendar.teams().forEach(team -> byTeam.put(team, calendar.hours()));
            others = calendar.isDefault() ? calendar.hours() : others;
        }
        return new Known(byTeam, others);
    }

    private String fresh(String name, UUID id) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > 200) {
            throw new Refused("calendars.calendar.name-length");
        }
        if (repository.isTaken(stripped, id)) {
            throw new Refused("calendars.calendar.name-taken", stripped).about("name");
        }
        return stripped;
    }

    private void known(UUID id) {
        if (!repository.exists(id)) {
            throw new NotFound("calendar");
        }
    }

    private void changed(Actor actor, UUID id, String type, Map<String, ?> data) {
        log.append(NewEvent.of("calendar", id, type, actor.person(), Instant.now(), data).forStaff());
        remembered.forget();
    }
}
