package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.QUEUE_COUNT;
import static no.torg.db.cases.Tables.QUEUE_DELTA;

import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** How many open and unassigned cases each team has: deltas written with each change, folded by a job; a read adds the two. */
@Repository
public class QueueCounts {

    static final int FOLD = 10_000;

    private final DSLContext db;

    QueueCounts(DSLContext db) {
        this.db = db;
    }

    /** A team has so many more open, and unassigned, cases; negative for fewer. */
    public void add(UUID team, int open, int unassigned) {
        if (open == 0 && unassigned == 0) {
            return;
        }
        db.insertInto(QUEUE_DELTA).columns(QUEUE_DELTA.TENANT_ID, QUEUE_DELTA.ID, QUEUE_DELTA.TEAM_ID, QUEUE_DELTA.OPEN, QUEUE_DELTA.UNASSIGNED)
                .values(Tenant.current().id(), UuidCreator.getTimeOrderedEpoch(), team, (short) open, (short) unassigned).execute();
    }

    /** Folds what is there into the counters, in one statement; gives how many deltas it took. */
    int fold() {
        var gone = DSL.name("gone");
        var summed = DSL.name("summed");
        var team = DSL.field(DSL.name("team_id"), UUID.class);
        var open = DSL.field(DSL.name("open"), Long.class);
        var unassigned = DSL.field(DSL.name("unassigned"), Long.class);
        var oldest = db.select(QUEUE_DELTA.ID).from(QUEUE_DELTA).where(Tenant.owns(QUEUE_DELTA.TENANT_ID)).orderBy(QUEUE_DELTA.ID).limit(FOLD)
                .forUpdate().skipLocked();
        var deleted = gone.as(db.deleteFrom(QUEUE_DELTA).where(Tenant.owns(QUEUE_DELTA.TENANT_ID), QUEUE_DELTA.ID.in(oldest))
                .returning(QUEUE_DELTA.TEAM_ID, QUEUE_DELTA.OPEN, QUEUE_DELTA.UNASSIGNED));
        var sums = summed.as(DSL.select(team, DSL.sum(open).cast(Long.class).as("open"), DSL.sum(unassigned).cast(Long.class).as("unassigned"),
                DSL.count().as("n")).from(gone).groupBy(team));
        var folded = DSL.name("folded").as(db.insertInto(QUEUE_COUNT, QUEUE_COUNT.TENANT_ID, QUEUE_COUNT.TEAM_ID, QUEUE_COUNT.OPEN, QUEUE_COUNT.UNASSIGNED)
                .select(DSL.select(DSL.val(Tenant.current().id()), team, open, unassigned).from(summed).orderBy(team))
                .onConflict(QUEUE_COUNT.TENANT_ID, QUEUE_COUNT.TEAM_ID).doUpdate()
                .set(QUEUE_COUNT.OPEN, QUEUE_COUNT.OPEN.plus(DSL.excluded(QUEUE_COUNT.OPEN)))
                .set(QUEUE_COUNT.UNASSIGNED, QUEUE_COUNT.UNASSIGNED.plus(DSL.excluded(QUEUE_COUNT.UNASSIGNED)))
                .returning(QUEUE_COUNT.TEAM_ID));
        return db.with(deleted).with(sums).with(folded)
                .select(DSL.coalesce(DSL.sum(DSL.field(DSL.name("n"), Integer.class)), DSL.inline(0))).from(summed).fetchSingle().value1().intValue();
    }

    /** Compares the bound tenant's counts with the cases, in one snapshot; gives the teams where they differ. */
    public List<QueueDrift> drift() {
        var team = DSL.field(DSL.name("team_id"), UUID.class);
        var found = DSL.select(CASE_FILE.TEAM_ID, DSL.count().cast(Long.class).as("open"),
                        DSL.count().filterWhere(CASE_FILE.HANDLER_ID.isNull()).cast(Long.class).as("unassigned"))
                .from(CASE_FILE).where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.RESOLVED_AT.isNull()).groupBy(CASE_FILE.TEAM_ID).asTable("found");
        var counted = QueueReads.counted(any -> DSL.noCondition());
        var id = DSL.coalesce(counted.field(team), found.field(team));
        var open = DSL.coalesce(counted.field(QUEUE_COUNT.OPEN), DSL.inline(0L));
        var unassigned = DSL.coalesce(counted.field(QUEUE_COUNT.UNASSIGNED), DSL.inline(0L));
        var foundOpen = DSL.coalesce(found.field("open", Long.class), DSL.inline(0L));
        var foundUnassigned = DSL.coalesce(found.field("unassigned", Long.class), DSL.inline(0L));
        return db.select(id, open, unassigned, foundOpen, foundUnassigned).from(counted).fullJoin(found).on(counted.field(team).eq(found.field(team)))
                .where(open.ne(foundOpen).or(unassigned.ne(foundUnassigned))).fetch(Records.mapping(QueueDrift::new));
    }
}
