package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_WAIT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import no.torg.calendars.Calendars;
import no.torg.calendars.WorkingCalendar;
import no.torg.events.Moment;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Waiting: for the requester, a third party or a date. Clocks stand while a case waits and then move by the working time waited. */
@Component
public class Waits {

    /** What a case may wait for. */
    public static final Set<String> FOR = Set.of("requester", "third-party", "date");
    private static final Duration LONGEST = Duration.ofDays(2 * 366);

    private final CaseChanges changes;
    private final Calendars calendars;
    private final DSLContext db;

    Waits(CaseChanges changes, Calendars calendars, DSLContext db) {
        this.changes = changes;
        this.calendars = calendars;
        this.db = db;
    }

    /** Lets the case wait from now; {@code until} ends the wait by itself, and a wait for a date must have one. */
    @Transactional
    public void begin(Actor actor, String number, CaseState seen, String waitFor, @Nullable Instant until, @Nullable String reason) {
        var file = changes.lockForWork(actor, number);
        CaseFile.requireSeen(seen, file.state());
        begin(actor, file, waitFor, until, reason, Moment.now());
    }

    /** The same, until the work begins on a day in the team's calendar. */
    @Transactional
    public void beginUntil(Actor actor, String number, CaseState seen, String waitFor, @Nullable LocalDate day, @Nullable String reason) {
        var file = changes.lockForWork(actor, number);
        CaseFile.requireSeen(seen, file.state());
        var until = day == null ? null : calendars.of(file.team()).opening(day.atStartOfDay(Tenant.current().zone()).toInstant());
        begin(actor, file, waitFor, until, reason, Moment.now());
    }

    void begin(Actor actor, CaseFile file, String waitFor, @Nullable Instant until, @Nullable String reason, Instant now) {
        if (!FOR.contains(waitFor)) {
            throw new Refused("cases.waiting.unknown");
        }
        if (waitFor.equals("date") && until == null || until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
            throw new Refused("cases.waiting.date");
        }
        if (reason != null && reason.length() > 500) {
            throw new Refused("cases.waiting.reason-too-long", 500);
        }
        if (file.state() != CaseState.WAITING) {
            file.requireNext(CaseState.WAITING);
            changes.enter(file, CaseState.WAITING, now, Map.of(CASE_FILE.DUE_AT, Times.NEVER));
        }
        var nth = DSL.field(DSL.select(DSL.coalesce(DSL.max(CASE_WAIT.NTH), 0).plus(1)).from(CASE_WAIT)
                .where(Tenant.owns(CASE_WAIT.TENANT_ID), CASE_WAIT.CASE_ID.eq(file.id())));
        db.insertInto(CASE_WAIT).set(CASE_WAIT.TENANT_ID, Tenant.current().id()).set(CASE_WAIT.CASE_ID, file.id()).set(CASE_WAIT.NTH, nth)
                .set(CASE_WAIT.WAIT_FOR, waitFor).set(CASE_WAIT.REASON, reason).set(CASE_WAIT.UNTIL, Times.stored(until)).set(CASE_WAIT.SINCE, now)
                .set(CASE_WAIT.BEGAN_BY, actor.person()).execute();
        var facts = new HashMap<>(CaseChanges.fromTo("state", file.state().code(), CaseState.WAITING.code()));
        facts.put("for", waitFor);
        facts.put("until", until);
        facts.put("requester", file.requester());
        changes.log(file, actor, "cases.waiting-began", now, false, facts);
    }

    /** Ends all that the case waits for, and goes on with it. */
    @Transactional
    public void end(Actor actor, String number, CaseState seen) {
        var file = changes.lockForWork(actor, number);
        CaseFile.requireSeen(seen, file.state());
        if (file.state() != CaseState.WAITING) {
            throw new Refused("cases.waiting.not");
        }
        end(actor, file, CaseState.IN_PROGRESS, Moment.now());
    }

    /** Ends the waits of a locked case and enters {@code next}, its clocks moved by the working time waited; gives the case as it is then. */
    CaseFile end(Actor actor, CaseFile file, CaseState next, Instant now) {
        var waitedFrom = file.stateSince();
        var clocks = moved(file, waitedFrom, now);
        db.update(CASE_WAIT).set(CASE_WAIT.ENDED_AT, now).set(CASE_WAIT.ENDED_BY, actor.person())
                .where(Tenant.owns(CASE_WAIT.TENANT_ID), CASE_WAIT.CASE_ID.eq(file.id()), CASE_WAIT.ENDED_AT.isNull()).execute();
        changes.enter(file, next, now, Map.<Field<?>, Object>of(CASE_FILE.DUE_AT, clocks.due(), CASE_FILE.FIRST_REPLY_DUE_AT, clocks.firstReplyDue(),
                CASE_FILE.RESOLUTION_DUE_AT, clocks.resolutionDue(), CASE_FILE.PROMISED_AT, clocks.promised()));
        var facts = new HashMap<>(CaseChanges.fromTo("state", file.state().code(), next.code()));
        facts.put("since", waitedFrom);
        changes.log(file, actor, "cases.waiting-ended", now, false, facts);
        return file.with(next, now, clocks);
    }

    /** The date of a wait that began at {@code since} has come: it ends, and the case goes on unless it waits for something else too. */
    void dateCame(Actor actor, CaseFile file, Instant since) {
        var now = Moment.now();
        var open = Tenant.owns(CASE_WAIT.TENANT_ID).and(CASE_WAIT.CASE_ID.eq(file.id())).and(CASE_WAIT.ENDED_AT.isNull());
        var mine = db.fetchExists(CASE_WAIT, open.and(CASE_WAIT.SINCE.eq(since)));
        if (mine && !db.fetchExists(CASE_WAIT, open.and(CASE_WAIT.SINCE.ne(since)))) {
            end(actor, file, CaseState.IN_PROGRESS, now);
        } else if (mine) {
            db.update(CASE_WAIT).set(CASE_WAIT.ENDED_AT, now).where(open, CASE_WAIT.SINCE.eq(since)).execute();
        }
    }

    /** Where the case stands now, for who works with it and acts without a page before them. */
    @Transactional
    public CaseState stateNow(Actor actor, String number) {
        return changes.lockForWork(actor, number).state();
    }

    /** The requester has spoken: what waited for them ends; the case goes on unless it waits for something else too. */
    void endForRequester(Actor actor, CaseFile file, Instant now) {
        var others = db.fetchExists(CASE_WAIT, Tenant.owns(CASE_WAIT.TENANT_ID).and(CASE_WAIT.CASE_ID.eq(file.id())).and(CASE_WAIT.ENDED_AT.isNull())
                .and(CASE_WAIT.WAIT_FOR.ne("requester")));
        if (!others) {
            end(actor, file, CaseState.IN_PROGRESS, now);
            return;
        }
        db.update(CASE_WAIT).set(CASE_WAIT.ENDED_AT, now).set(CASE_WAIT.ENDED_BY, actor.person())
                .where(Tenant.owns(CASE_WAIT.TENANT_ID), CASE_WAIT.CASE_ID.eq(file.id()), CASE_WAIT.ENDED_AT.isNull(), CASE_WAIT.WAIT_FOR.eq("requester"))
                .execute();
    }

    private CaseFile.Clocks moved(CaseFile file, Instant from, Instant to) {
        var calendar = calendars.of(file.team());
        var clocks = file.clocks();
        return new CaseFile.Clocks(clocks.firstReply() == null ? moved(calendar, clocks.firstReplyDue(), from, to) : clocks.firstReplyDue(),
                moved(calendar, clocks.resolutionDue(), from, to), moved(calendar, clocks.promised(), from, to), clocks.firstReply());
    }

    private static Instant moved(WorkingCalendar calendar, Instant due, Instant from, Instant to) {
        return due.equals(Times.NEVER) ? due : calendar.moved(due, from, to);
    }
}
