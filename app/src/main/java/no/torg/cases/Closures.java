package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_CLOSURE;
import static no.torg.db.cases.Tables.CASE_FILE;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import no.torg.calendars.Calendars;
import no.torg.catalog.Services;
import no.torg.events.Moment;
import no.torg.people.Actor;
import no.torg.people.Forbidden;
import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of a case: resolved by those who work with it, closed by them or by the requester, and opened again within the service's window. */
@Component
public class Closures {

    /** Why a case may be closed: done, or no longer needed by the one who asked. */
    public static final Set<String> REASONS = Set.of("done", "withdrawn", "duplicate", "not-for-us");
    private static final int LONGEST_NOTE = 2_000;

    private final CaseChanges changes;
    private final Waits waits;
    private final Calendars calendars;
    private final Services services;
    private final DSLContext db;

    Closures(CaseChanges changes, Waits waits, Calendars calendars, Services services, DSLContext db) {
        this.changes = changes;
        this.waits = waits;
        this.calendars = calendars;
        this.services = services;
        this.db = db;
    }

    /** Says that the need is met; the requester may reopen within the window. */
    @Transactional
    public void resolve(Actor actor, String number, CaseState seen) {
        var file = changes.lockForWork(actor, number);
        CaseFile.requireSeen(seen, file.state());
        resolve(actor, file, Moment.now());
    }

    CaseFile resolve(Actor actor, CaseFile file, Instant now) {
        file.requireNext(CaseState.RESOLVED);
        var ready = file.state() == CaseState.WAITING ? waits.end(actor, file, CaseState.IN_PROGRESS, now) : file;
        changes.enter(ready, CaseState.RESOLVED, now, Map.of(CASE_FILE.RESOLVED_AT, now));
        changes.log(ready, actor, "cases.resolved", now, false, ending(ready, "done", false, now));
        return ready.with(CaseState.RESOLVED, now, ready.clocks());
    }

    /** Closes the case: by who works with it for any reason, by its requester as no longer needed or done. */
    @Transactional
    public void close(Actor actor, String number, CaseState seen, String reason, @Nullable String note) {
        var file = changes.lock(actor, number);
        CaseFile.requireSeen(seen, file.state());
        if (!REASONS.contains(reason) || !file.workedBy(actor) && !Set.of("done", "withdrawn").contains(reason)) {
            throw new Refused("cases.closure.reason");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new Refused("cases.closure.note-too-long", LONGEST_NOTE);
        }
        if (!file.workedBy(actor) && !actor.is(file.requester())) {
            throw new Forbidden();
        }
        close(actor, file, reason, note, Moment.now());
    }

    void close(Actor actor, CaseFile file, String reason, @Nullable String note, Instant now) {
        file.requireNext(CaseState.CLOSED);
        var ready = file.state() == CaseState.WAITING ? waits.end(actor, file, CaseState.IN_PROGRESS, now) : file;
        var first = ready.resolvedAt() == null;
        changes.enter(ready, CaseState.CLOSED, now, first ? Map.<Field<?>, Object>of(CASE_FILE.RESOLVED_AT, now, CASE_FILE.CLOSED_AT, now)
                : Map.<Field<?>, Object>of(CASE_FILE.CLOSED_AT, now));
        db.insertInto(CASE_CLOSURE).set(CASE_CLOSURE.TENANT_ID, Tenant.current().id()).set(CASE_CLOSURE.CASE_ID, file.id())
                .set(CASE_CLOSURE.NTH, DSL.field(DSL.select(DSL.coalesce(DSL.max(CASE_CLOSURE.NTH), 0).plus(1)).from(CASE_CLOSURE)
                        .where(Tenant.owns(CASE_CLOSURE.TENANT_ID), CASE_CLOSURE.CASE_ID.eq(file.id()))))
                .set(CASE_CLOSURE.CLOSED_BY, actor.person()).set(CASE_CLOSURE.CLOSED_AT, now).set(CASE_CLOSURE.REASON, reason).set(CASE_CLOSURE.NOTE, note)
                .execute();
        if (first) {
            changes.log(ready, actor, "cases.resolved", now, false, ending(ready, reason, true, now));
        }
        var facts = new HashMap<>(CaseChanges.fromTo("state", file.state().code(), CaseState.CLOSED.code()));
        facts.put("reason", reason);
        facts.put("requester", file.requester());
        facts.put("minutes", Duration.between(file.opened(), now).toMinutes());
        changes.log(ready, actor, "cases.closed", now, false, facts);
    }

    /** The requester needs it no more, or is content: closes their own case from wherever it stands; closed already, nothing happens. */
    @Transactional
    public void withdraw(Actor actor, String number) {
        var file = changes.lock(actor, number);
        if (!actor.is(file.requester())) {
            throw new Forbidden();
        }
        if (file.state() != CaseState.CLOSED) {
            close(actor, file, file.state() == CaseState.RESOLVED ? "done" : "withdrawn", null, Moment.now());
        }
    }

    /** The requester opens their own case again within the window; open already, nothing happens. */
    @Transactional
    public void reopenOwn(Actor actor, String number) {
        var file = changes.lock(actor, number);
        if (!actor.is(file.requester())) {
            throw new Forbidden();
        }
        if (!file.state().open()) {
            reopen(actor, file, Moment.now());
        }
    }

    /** Opens the case again: by who works with it always, by its requester within the service's window. */
    @Transactional
    public void reopen(Actor actor, String number, CaseState seen) {
        var file = changes.lock(actor, number);
        CaseFile.requireSeen(seen, file.state());
        if (!file.workedBy(actor) && !actor.is(file.requester())) {
            throw new Forbidden();
        }
        reopen(actor, file, Moment.now());
    }

    void reopen(Actor actor, CaseFile file, Instant now) {
        if (file.state().open()) {
            throw new Refused("cases.closure.not-closed");
        }
        if (!file.workedBy(actor) && now.isAfter(reopenableUntil(file))) {
            throw new Refused("cases.closure.too-late");
        }
        db.update(CASE_CLOSURE).set(CASE_CLOSURE.REOPENED_AT, now).set(CASE_CLOSURE.REOPENED_BY, actor.person())
                .where(Tenant.owns(CASE_CLOSURE.TENANT_ID), CASE_CLOSURE.CASE_ID.eq(file.id()), CASE_CLOSURE.REOPENED_AT.isNull()).execute();
        var nothing = new HashMap<Field<?>, Object>();
        nothing.put(CASE_FILE.RESOLVED_AT, null);
        nothing.put(CASE_FILE.CLOSED_AT, null);
        nothing.put(CASE_FILE.REOPENINGS, CASE_FILE.REOPENINGS.plus(1));
        changes.enter(file, CaseState.IN_PROGRESS, now, nothing);
        var facts = new HashMap<>(CaseChanges.fromTo("state", file.state().code(), CaseState.IN_PROGRESS.code()));
        facts.put("handler", file.handler());
        facts.put("reopening", file.course().reopenings() + 1);
        facts.put("resolvedMinutes", minutes(file, CaseFile.RESOLVED_UNTOLD, file.resolvedAt()));
        facts.put("closedMinutes", minutes(file, CaseFile.CLOSED_UNTOLD, file.closedAt()));
        changes.log(file, actor, "cases.reopened", now, false, facts);
    }

    /** Until when the requester may open a resolved or closed case again. */
    Instant reopenableUntil(CaseFile file) {
        return file.resolvedAt() == null ? Instant.MAX : services.reopenableUntil(file.service(), file.serviceVersion(), file.resolvedAt());
    }

    /** What figures have of an end; -1 for none. */
    private static long minutes(CaseFile file, String untold, @Nullable Instant end) {
        return end == null || file.course().labels().containsKey(untold) ? -1 : Duration.between(file.opened(), end).toMinutes();
    }

    private Map<String, Object> ending(CaseFile file, String outcome, boolean closing, Instant now) {
        var facts = new HashMap<>(CaseChanges.fromTo("state", file.state().code(), CaseState.RESOLVED.code()));
        facts.put("outcome", outcome);
        facts.put("closing", closing);
        facts.put("version", file.serviceVersion());
        facts.put("requester", file.requester());
        facts.putAll(CaseChanges.elapsed(file, calendars.of(file.team()), file.clocks().resolutionDue(), now));
        facts.put("handler", file.handler());
        facts.put("priorityLabel", file.priorityLabel());
        return facts;
    }
}
