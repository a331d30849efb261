package no.torg.migration;

import static no.torg.db.migration.Tables.REJECTED;
import static no.torg.db.migration.Tables.RUN;
import static no.torg.db.migration.Tables.STAGED;
import static no.torg.db.migration.Tables.UNMAPPED;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.cases.imports.Lane;
import no.torg.db.migration.tables.records.RunRecord;
import no.torg.people.Actor;
import no.torg.tenancy.Bulk;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Imports under way and done, as rows: how far each has come, what waits, what was rejected. */
@Repository
class Runs {

    /** Of records taken over together. */
    private static final long MOST_BYTES = 4_000_000;

    private final DSLContext db;
    private final Bulk bulk;

    Runs(DSLContext db, Bulk bulk) {
        this.db = db;
        this.bulk = bulk;
    }

    /** An import as it stands. */
    record Run(UUID id, String scheme, String mapping, String fileName, @Nullable String header, String state, @Nullable UUID startedBy,
            Instant startedAt, @Nullable Instant endedAt, long readTo, String workedTo, Counts counts, boolean trial, Size size, @Nullable String why) {
    }

    /** Of the file, in bytes, and how much of it has been read. */
    record Size(@Nullable Long whole, long read) {
    }

    /** The file that an import is of; its hash is known where the same file may be sent again. */
    record Log(String name, @Nullable String hash, @Nullable Long size) {
    }

    /** How much of it: rows read, rows taken over so far, rows rejected; cases and events that were new, events that were there already. */
    record Counts(long rows, long worked, long rejected, long cases, long events, long again) {
    }

    /** A record that waits. */
    record Staged(String number, long n, String line) {
    }

    /** A record that was rejected. */
    record Rejected(long n, String line, Problem problem) {
    }

    /** A value that the mapping does not name. */
    record Unmapped(String field, String value, long n) {

        /** By how much they weigh: an unknown state makes a case look open that is not. */
        static final List<String> FIELDS = List.of("state", "priority", "channel", "impact", "urgency");
        static final Comparator<Unmapped> ORDER = Comparator.comparing((Unmapped one) -> FIELDS.indexOf(one.field)).thenComparing(Unmapped::value);
    }

    UUID begin(Actor actor, Mapping mapping, String text, Log log, boolean trial) {
        var id = UuidCreator.getTimeOrderedEpoch();
        db.insertInto(RUN).set(RUN.TENANT_ID, Tenant.current().id()).set(RUN.ID, id).set(RUN.SCHEME, mapping.scheme()).set(RUN.MAPPING, text)
                .set(RUN.FILE_NAME, log.name()).set(RUN.FILE_HASH, log.hash()).set(RUN.SIZE, log.size()).set(RUN.TRIAL, trial).set(RUN.STARTED_BY, actor.person()).execute();
        return id;
    }

    /** An import of the same file by the same mapping that was broken off. */
    Optional<UUID> brokenOff(String mapping, String hash) {
        return db.select(RUN.ID).from(RUN).where(Tenant.owns(RUN.TENANT_ID), RUN.FILE_HASH.eq(hash), RUN.MAPPING.eq(mapping), RUN.TRIAL.isFalse(), RUN.STATE.in("reading", "working"))
                .orderBy(RUN.STARTED_AT.desc()).limit(1).fetchOptional(RUN.ID);
    }

    Run get(UUID id) {
        return find(RUN.ID.eq(id)).orElseThrow(() -> new NotFound("import " + id));
    }

    /** The import, locked, so that two who work on it take turns. */
    Run lock(UUID id) {
        db.select(RUN.ID).from(RUN).where(Tenant.owns(RUN.TENANT_ID), RUN.ID.eq(id)).forUpdate().fetchOptional().orElseThrow(() -> new NotFound("import " + id));
        return get(id);
    }

    private Optional<Run> find(Condition which) {
        return list(which, 1).stream().findFirst();
    }

    /** The newest imports. */
    List<Run> newest(int limit) {
        return list(DSL.noCondition(), limit);
    }

    private List<Run> list(Condition which, int limit) {
        return db.selectFrom(RUN).where(Tenant.owns(RUN.TENANT_ID), which).orderBy(RUN.STARTED_AT.desc(), RUN.ID.desc()).limit(limit).fetch(Runs::run);
    }

    static Run run(RunRecord row) {
        return new Run(row.getId(), row.getScheme(), row.getMapping(), row.getFileName(), row.getHeader(), row.getState(), row.getStartedBy(), row.getStartedAt(),
                row.getEndedAt(), row.getReadTo(), row.getWorkedTo(),
                new Counts(row.getRows(), row.getWorked(), row.getRejected(), row.getCases(), row.getEvents(), row.getAgain()), row.getTrial(),
                new Size(row.getSize(), row.getSizeRead()), row.getWhy());
    }

    void header(UUID run, String header) {
        db.update(RUN).set(RUN.HEADER, header).where(mine(run)).execute();
    }

    /**
     * Keeps what was read of the file from one record up to another. Nothing is kept, and that is refused, where the import has been called broken
     * meanwhile or another has read on: a sender that is slow must add nothing to what was cleared.
     */
    void stage(UUID run, Upto upto, List<Staged> good, List<Rejected> bad, Map<Unmapped, Long> unmapped) {
        var still = db.update(RUN).set(RUN.READ_TO, upto.to()).set(RUN.ROWS, upto.to()).set(RUN.REJECTED, RUN.REJECTED.plus(bad.size())).set(RUN.SIZE_READ, upto.size())
                .set(RUN.TOUCHED_AT, Instant.now()).where(mine(run), RUN.STATE.eq("reading"), RUN.READ_TO.eq(upto.from())).execute();
        if (still == 0) {
            throw new Refused("migration.imports.taken");
        }
        bulk.insert(STAGED, good.stream().map(one -> new Bulk.Row().set(STAGED.RUN_ID, run).set(STAGED.CASE_KEY, one.number()).set(STAGED.N, one.n())
                .set(STAGED.LINE, one.line())).toList());
        aside(run, bad);
        unmapped.forEach((value, n) -> db.insertInto(UNMAPPED).set(UNMAPPED.TENANT_ID, Tenant.current().id()).set(UNMAPPED.RUN_ID, run).set(UNMAPPED.FIELD, value.field())
                .set(UNMAPPED.VALUE, value.value()).set(UNMAPPED.N, n).onConflict(UNMAPPED.TENANT_ID, UNMAPPED.RUN_ID, UNMAPPED.FIELD, UNMAPPED.VALUE).doUpdate()
                .set(UNMAPPED.N, UNMAPPED.N.plus(n)).execute());
    }

    /** Which of the file's records, after one and up to another, and how many of its bytes have been read then. */
    record Upto(long from, long to, long size) {
    }

    /** Keeps records aside that were read and yet could not be taken over. */
    void reject(UUID run, List<Rejected> bad) {
        if (!bad.isEmpty()) {
            aside(run, bad);
            db.update(RUN).set(RUN.REJECTED, RUN.REJECTED.plus(bad.size())).where(mine(run)).execute();
        }
    }

    private void aside(UUID run, List<Rejected> bad) {
        bulk.insert(REJECTED, bad.stream().map(one -> new Bulk.Row().set(REJECTED.RUN_ID, run).set(REJECTED.N, one.n()).set(REJECTED.LINE, one.line())
                .set(REJECTED.PROBLEM, one.problem().stored())).toList());
    }

    void hurry(UUID run) {
        db.update(RUN).set(RUN.TOUCHED_AT, Instant.EPOCH).where(mine(run), RUN.STATE.eq("working")).execute();
    }

    /** Lets the import go on to a state from the one before it; gives whether it did, for what was broken off stays so. */
    boolean enter(UUID run, String state) {
        return db.update(RUN).set(RUN.STATE, state).set(RUN.TOUCHED_AT, Instant.now()).set(RUN.ENDED_AT, state.equals("working") ? null : Instant.now())
                .where(mine(run), RUN.STATE.eq(state.equals("done") ? "working" : "reading")).execute() > 0;
    }

    /** The next records of a lane, whole cases: at most {@code most} records, fewer where they are long, and more only if a single case has them. */
    List<Staged> next(UUID run, int lane, String workedTo, int most) {
        var lines = staged(run, STAGED.CASE_KEY.gt(workedTo).and(Lane.has(STAGED.CASE_KEY, lane)), most).asTable("lines");
        var size = DSL.octetLength(lines.field(STAGED.LINE));
        var upTo = DSL.sum(size).over(DSL.orderBy(lines.field(STAGED.CASE_KEY), lines.field(STAGED.N)).rowsUnboundedPreceding());
        var summed = DSL.select(lines.fields()).select(size.as("size"), upTo.as("up_to")).from(lines).asTable("summed");
        var together = summed.field("up_to", Long.class);
        var found = db.select(summed.field(STAGED.CASE_KEY), summed.field(STAGED.N), summed.field(STAGED.LINE), together).from(summed)
                .where(together.minus(summed.field("size", Long.class)).lt(MOST_BYTES)).orderBy(1, 2).fetch();
        var all = found.map(row -> new Staged(row.value1(), row.value2(), row.value3()));
        if (all.size() < most && (all.isEmpty() || found.getLast().value4() < MOST_BYTES)) {
            return all;
        }
        var last = all.getLast().number();
        var whole = all.stream().filter(one -> !one.number().equals(last)).toList();
        return whole.isEmpty() ? db.fetch(staged(run, STAGED.CASE_KEY.eq(last), Integer.MAX_VALUE)).map(row -> new Staged(row.value1(), row.value2(), row.value3())) : whole;
    }

    private static Select<Record3<String, Long, String>> staged(UUID run, Condition which, int most) {
        return DSL.select(STAGED.CASE_KEY, STAGED.N, STAGED.LINE).from(STAGED).where(Tenant.owns(STAGED.TENANT_ID), STAGED.RUN_ID.eq(run), which)
                .orderBy(STAGED.CASE_KEY, STAGED.N).limit(most);
    }

    void worked(UUID run, int rows, int cases, int events, int again) {
        db.update(RUN).set(RUN.WORKED, RUN.WORKED.plus(rows)).set(RUN.CASES, RUN.CASES.plus(cases)).set(RUN.EVENTS, RUN.EVENTS.plus(events))
                .set(RUN.AGAIN, RUN.AGAIN.plus(again)).set(RUN.TOUCHED_AT, Instant.now()).where(mine(run)).execute();
    }

    /** Imports that are being read, or were by one who is gone. */
    List<UUID> unread(Duration untouched) {
        return db.select(RUN.ID).from(RUN).where(Tenant.owns(RUN.TENANT_ID), RUN.STATE.eq("reading"), RUN.TOUCHED_AT.lt(Instant.now().minus(untouched)))
                .orderBy(RUN.STARTED_AT).limit(20).fetch(RUN.ID);
    }

    /** Says that the import is not left alone. */
    void touch(UUID run) {
        db.update(RUN).set(RUN.TOUCHED_AT, Instant.now()).where(mine(run)).execute();
    }

    /** Imports that wait to be worked on, or whose worker is gone. */
    List<UUID> left(Duration untouched) {
        return db.select(RUN.ID).from(RUN).where(Tenant.owns(RUN.TENANT_ID), RUN.STATE.eq("working"), RUN.TOUCHED_AT.lt(Instant.now().minus(untouched)))
                .orderBy(RUN.STARTED_AT).limit(20).fetch(RUN.ID);
    }

    private static Condition mine(UUID run) {
        return Tenant.owns(RUN.TENANT_ID).and(RUN.ID.eq(run));
    }
}
