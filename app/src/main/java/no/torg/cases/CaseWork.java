package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import no.torg.events.Moment;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.people.Workers;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What case workers do with a case: take, assign, move, prioritise. Each change is compare-and-set: from what was seen. */
@Component
public class CaseWork {

    private static final int LONGEST_REASON = 500;

    private final CaseChanges changes;
    private final Workers workers;
    private final Priorities priorities;

    CaseWork(CaseChanges changes, Workers workers, Priorities priorities) {
        this.changes = changes;
        this.workers = workers;
        this.priorities = priorities;
    }

    /** Gives the case to somebody who works in its team, or to nobody; taking a new case oneself begins the work on it. */
    @Transactional
    public void assign(Actor actor, String number, @Nullable UUID seen, @Nullable UUID handler) {
        var file = changes.lockForWork(actor, number);
        CaseFile.requireSeen(seen, file.handler());
        if (handler != null && handler.equals(file.requester())) {
            throw new Refused("cases.assignment.own-case");
        }
        if (handler != null && !workers.workIn(file.team(), handler)) {
            throw new Refused("cases.assignment.not-in-team");
        }
        if (Objects.equals(handler, file.handler())) {
            return;
        }
        var now = Moment.now();
        changes.rows().save(file, changes.rows().change(now).set(CASE_FILE.HANDLER_ID, handler));
        if (file.state().open() && (file.handler() == null) != (handler == null)) {
            changes.count(file, 0, handler == null ? 1 : -1);
        }
        changes.log(file, actor, "cases.assigned", now, false, CaseChanges.fromTo("handler", file.handler(), handler));
        if (file.state() == CaseState.NEW && actor.is(handler)) {
            changes.enter(file, CaseState.IN_PROGRESS, now, Map.of());
            changes.log(file, actor, "cases.state-changed", now, false, CaseChanges.fromTo("state", file.state().code(), CaseState.IN_PROGRESS.code()));
        }
    }

    /** Moves the case to another team, where it lies unassigned. */
    @Transactional
    public void move(Actor actor, String number, UUID seen, UUID team) {
        var file = changes.lockForWork(actor, number);
        CaseFile.requireSeen(seen, file.team());
        move(actor, file, team);
    }

    /** Moves the case from wherever it is; for system actors that follow a rule. */
    @Transactional
    public void hand(Actor actor, String number, UUID team) {
        move(actor, changes.lockForWork(actor, number), team);
    }

    private void move(Actor actor, CaseFile file, UUID team) {
        if (team.equals(file.team())) {
            return;
        }
        if (!workers.isTeam(team)) {
            throw new Refused("cases.team.unknown");
        }
        var now = Moment.now();
        var handOver = !Organisation.NO_TEAM.equals(file.team()) && !Organisation.NO_TEAM.equals(team);
        var returned = handOver && changes.rows().passed(file.id(), file.team(), team);
        var change = changes.rows().change(now).set(CASE_FILE.TEAM_ID, team).setNull(CASE_FILE.HANDLER_ID)
                .set(CASE_FILE.HAND_OVERS, CASE_FILE.HAND_OVERS.plus(handOver ? 1 : 0)).set(CASE_FILE.RETURNS, CASE_FILE.RETURNS.plus(returned ? 1 : 0));
        changes.rows().save(file, change);
        if (file.state().open()) {
            changes.count(file, -1, file.handler() == null ? -1 : 0);
            changes.count(file.in(team), 1, 1);
        }
        var facts = new HashMap<>(CaseChanges.fromTo("team", file.team(), team));
        facts.put("handler", file.handler());
        facts.put("open", file.state().open());
        facts.put("priorityLabel", file.priorityLabel());
        facts.put("channelLabel", file.course().channelLabel());
        facts.put("handOver", handOver ? file.course().handOvers() + 1 : 0);
        facts.put("return", returned ? file.course().returns() + 1 : 0);
        changes.log(file, actor, "cases.moved", now, false, facts);
    }

    /**
     * Says whom the case hits and how it hastes; the priority follows of the matrix unless {@code override} (1–5) is given with a reason. {@code seenPriority}
     * is the one that stood there then; null where the caller does not say.
     */
    @Transactional
    public void prioritise(Actor actor, String number, Judged seen, @Nullable Integer seenPriority, Judged judged, @Nullable Integer override, @Nullable String reason) {
        var file = changes.lockForWork(actor, number);
        CaseFile.requireSeen(seen, new Judged(file.impact(), file.urgency()));
        CaseFile.requireSeen(seenPriority == null ? file.priority() : seenPriority, file.priority());
        if (!CaseFile.IMPACTS.contains(judged.impact()) || !CaseFile.URGENCIES.contains(judged.urgency())) {
            throw new Refused("cases.priority.unknown");
        }
        if (override != null && (override < 1 || override > 5)) {
            throw new Refused("cases.priority.unknown");
        }
        if (override != null && (reason == null || reason.isBlank())) {
            throw new Refused("cases.priority.reason");
        }
        if (override != null && reason.length() > LONGEST_REASON) {
            throw new Refused("cases.waiting.reason-too-long", LONGEST_REASON);
        }
        var priority = override != null ? override : priorities.of(judged.impact(), judged.urgency());
        var now = Moment.now();
        changes.rows().save(file, changes.rows().change(now).set(CASE_FILE.IMPACT, judged.impact()).set(CASE_FILE.URGENCY, judged.urgency())
                .set(CASE_FILE.PRIORITY, (short) priority).set(CASE_FILE.PRIORITY_REASON, override == null ? null : reason)
                .set(CASE_FILE.LABELS, CaseRepository.without(CASE_FILE.LABELS, "priority")));
        var facts = new HashMap<>(CaseChanges.fromTo("priority", file.priority(), priority));
        facts.put("fromLabel", file.priorityLabel());
        facts.put("impact", judged.impact());
        facts.put("urgency", judged.urgency());
        facts.put("override", override != null);
        changes.log(file, actor, "cases.prioritised", now, true, facts);
    }

    /** Begins the work on a new case; waiting, resolving and closing have doors of their own. */
    @Transactional
    public void begin(Actor actor, String number, CaseState seen) {
        var file = changes.lockForWork(actor, number);
        CaseFile.requireSeen(seen, file.state());
        if (file.state() != CaseState.NEW) {
            throw new Refused("cases.state.no-such-move", file.state().code(), CaseState.IN_PROGRESS.code());
        }
        var now = Moment.now();
        changes.enter(file, CaseState.IN_PROGRESS, now, Map.of());
        changes.log(file, actor, "cases.state-changed", now, false, CaseChanges.fromTo("state", file.state().code(), CaseState.IN_PROGRESS.code()));
    }

    /** Whom a case hits and how it hastes. */
    public record Judged(String impact, String urgency) {
    }
}
