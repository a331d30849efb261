package no.torg.calendars;

import java.util.UUID;

import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.people.Scope;
import no.torg.people.Workers;
import no.torg.web.Fields;
import no.torg.web.Invalid;
import no.torg.web.Listing;
import no.torg.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Working hours over the API, for administrators. */
@RestController
class CalendarApi {

    private final Calendars calendars;
    private final Workers workers;

    CalendarApi(Calendars calendars, Workers workers) {
        this.calendars = calendars;
        this.workers = workers;
    }

    /** The calendar that was made. */
    public record MadeCalendar(UUID id) {
    }

    /** The calendar that a team is to work by; null for the organisation's usual one. */
    public record TeamCalendar(@Nullable UUID calendar) {
    }

    /** Lists calendars, in the order they were added. */
    @GetMapping("/api/calendars")
    @Scope("admin")
    ResponseEntity<Listing<CalendarRow>> list(Actor actor, @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = Listing.USUAL) int limit) {
        // as PostgreSQL orders ids, which is as their texts go
        var rows = calendars.all(actor).stream().map(CalendarRow::of).sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .filter(row -> after == null || row.id().toString().compareTo(after.toString()) > 0).limit(Listing.limit(limit) + 1L).toList();
        var page = Listing.of(rows, limit, CalendarRow::id);
        return Listing.answer(page, page.next());
    }

    /** Adds a calendar, that no team works by yet unless it is to be the default. */
    @PostMapping("/api/calendars")
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    MadeCalendar add(Actor actor, @RequestBody CalendarChange wanted) {
        var id = calendars.add(actor, Fields.text("name", wanted.name(), CalendarChange.NAME), wanted.hours());
        if (wanted.isDefault()) {
            calendars.makeDefault(actor, id);
        }
        return new MadeCalendar(id);
    }

    /** Replaces a calendar's name, hours and exceptions. What fell due already stays; 409 when somebody else has changed it since {@code version}. */
    @PutMapping("/api/calendars/{id}")
    @Scope("admin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Actor actor, @PathVariable UUID id, @RequestBody CalendarChange wanted) {
        calendars.change(actor, id, Fields.required("version", wanted.version()), Fields.text("name", wanted.name(), CalendarChange.NAME), wanted.hours());
        if (wanted.isDefault()) {
            calendars.makeDefault(actor, id);
        }
    }

    /** Lets a team work by a calendar from now on, or by the organisation's usual one again. */
    @PutMapping("/api/teams/{id}/calendar")
    @Scope("admin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bind(Actor actor, @PathVariable UUID id, @RequestBody TeamCalendar wanted) {
        Administration.require(actor);
        if (!workers.isTeam(id)) {
            throw new NotFound("team");
        }
        if (wanted.calendar() == null) {
            calendars.unbind(actor, id);
        } else if (calendars.all(actor).stream().noneMatch(known -> known.id().equals(wanted.calendar()))) {
            throw new Invalid("calendar", "calendars.calendar.gone");
        } else {
            calendars.bind(actor, id, wanted.calendar());
        }
    }
}
