package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import no.torg.calendars.WorkingCalendar;
import no.torg.events.EventLog;
import no.torg.events.NewEvent;
import no.torg.people.Actor;
import no.torg.people.Forbidden;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all changes to a case share: the lock behind the access rule, the row, the team's counts and the event. */
@Component
class CaseChanges {

    private final CaseRepository repository;
    private final QueueCounts counts;
    private final EventLog log;

    CaseChanges(CaseRepository repository, QueueCounts counts, EventLog log) {
        this.repository = repository;
        this.counts = counts;
        this.log = log;
    }

    /** The case, locked, for somebody who may see it. */
    CaseFile lock(Actor actor, String number) {
        return repository.lock(actor, number);
    }

    /** The case, locked, for somebody who works with it; a requester who asks is refused. */
    CaseFile lockForWork(Actor actor, String number) {
        var file = repository.lock(actor, number);
        if (!file.workedBy(actor)) {
            throw new Forbidden();
        }
        return file;
    }

    CaseRepository rows() {
        return repository;
    }

    /** Puts the case in a state, with what follows on the row and in the team's counts; the event is the caller's. */
    void enter(CaseFile file, CaseState state, Instant at, Map<Field<?>, Object> also) {
        var gone = state.open() ? new String[] {"state", CaseFile.RESOLVED_UNTOLD, CaseFile.CLOSED_UNTOLD} : new String[] {"state"};
        var change = repository.change(at).set(CASE_FILE.STATE, state.code()).set(CASE_FILE.STATE_SINCE, at)
                .setNull(CASE_FILE.SUB_STATE).set(CASE_FILE.LABELS, CaseRepository.without(CASE_FILE.LABELS, gone)).set(also);
        repository.save(file, change);
        if (file.state().open() != state.open()) {
            var sign = state.open() ? 1 : -1;
            counts.add(file.team(), sign, file.handler() == null ? sign : 0);
        }
    }

    void count(CaseFile file, int open, int unassigned) {
        counts.add(file.team(), open, unassigned);
    }

    void log(CaseFile file, Actor actor, String type, Instant at, boolean internal, Map<String, ?> facts) {
        var data = new LinkedHashMap<String, Object>();
        data.put("v", 1);
        data.put("service", file.service());
        data.put("team", file.team());
        data.put("state", "state".equals(facts.get("noun")) ? facts.get("to") : file.state().code());
        data.put("handled", type.equals("cases.moved") ? false : ("handler".equals(facts.get("noun")) ? facts.get("to") : file.handler()) != null);
        data.putAll(facts);
        var event = NewEvent.of(CaseFile.KIND, file.id(), type, actor.person(), at, data);
        log.append(internal ? event.forStaff() : event);
    }

    static Map<String, Object> fromTo(String noun, @Nullable Object from, @Nullable Object to) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("noun", noun);
        facts.put("from", from);
        facts.put("to", to);
        return facts;
    }

    /** How long it took since the case was opened, and whether that was after {@code due}; the clock stands while the case waits. */
    static Map<String, Object> elapsed(CaseFile file, WorkingCalendar calendar, Instant due, Instant now) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("minutes", Duration.between(file.opened(), now).toMinutes());
        facts.put("workingMinutes", calendar.between(file.opened(), now).toMinutes());
        if (!due.equals(Times.NEVER)) {
            facts.put("late", (file.state() == CaseState.WAITING ? file.stateSince() : now).isAfter(due));
        }
        return facts;
    }
}
