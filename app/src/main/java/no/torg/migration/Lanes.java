package no.torg.migration;

import static no.torg.db.migration.Tables.LANE;
import static no.torg.db.migration.Tables.RUN;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import no.torg.cases.imports.Lane;
import no.torg.migration.Runs.Run;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** How far each lane of an import has come. */
@Repository
class Lanes {

    private final DSLContext db;

    Lanes(DSLContext db) {
        this.db = db;
    }

    /** Makes them where that was not done; of an import that was begun before there were any, from where that stands. */
    void open(Run run) {
        IntStream.range(0, Lane.LANES).forEach(lane -> db.insertInto(LANE).set(LANE.TENANT_ID, Tenant.current().id()).set(LANE.RUN_ID, run.id())
                .set(LANE.LANE_, (short) lane).set(LANE.WORKED_TO, run.workedTo()).onConflictDoNothing().execute());
    }

    /** The last case of the lane that was taken over, the lane locked, so that two who work on it take turns; empty when there is nothing to do in it. */
    Optional<String> lock(UUID run, int lane) {
        return db.select(LANE.WORKED_TO).from(LANE).where(mine(run), LANE.LANE_.eq((short) lane), LANE.DONE.isFalse())
                .andExists(DSL.selectOne().from(RUN).where(Tenant.owns(RUN.TENANT_ID), RUN.ID.eq(run), RUN.STATE.eq("working")))
                .forUpdate().of(LANE).fetchOptional(LANE.WORKED_TO);
    }

    void worked(UUID run, int lane, String to) {
        db.update(LANE).set(LANE.WORKED_TO, to).where(mine(run), LANE.LANE_.eq((short) lane)).execute();
    }

    void done(UUID run, int lane) {
        db.update(LANE).set(LANE.DONE, true).where(mine(run), LANE.LANE_.eq((short) lane)).execute();
    }

    /** Whether all are done; the import must be locked, or two who end at the same time would each see the other one working. */
    boolean allDone(UUID run) {
        return !db.fetchExists(LANE, mine(run), LANE.DONE.isFalse());
    }

    private static Condition mine(UUID run) {
        return Tenant.owns(LANE.TENANT_ID).and(LANE.RUN_ID.eq(run));
    }
}
