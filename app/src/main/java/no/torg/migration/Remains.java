package no.torg.migration;

import static no.torg.db.migration.Tables.REJECTED;
import static no.torg.db.migration.Tables.RUN;
import static no.torg.db.migration.Tables.STAGED;
import static no.torg.db.migration.Tables.UNMAPPED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How imports end that nobody ends, and what is left behind by those that have ended: it is taken away, some at a time. */
@Repository
class Remains {

    /** So long after an import was broken off, nobody is in the middle of a batch of it. */
    static final Duration QUIET = Duration.ofMinutes(1);

    private static final int AT_ONCE = 20_000;
    private static final int RUNS = 20;

    private final DSLContext db;
    private final TransactionTemplate transaction;

    Remains(DSLContext db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Says of imports that were being read and have not been touched for so long that they are broken off: those that a browser or a program sent, whose file is
     * gone, and, after much longer, those of files that could have been given again.
     */
    void giveUp(Duration sent, Duration given) {
        broke("gone", RUN.STARTED_BY.isNotNull().or(RUN.FILE_HASH.isNull()).and(untouched(sent)).or(untouched(given)));
    }

    /** Says of imports of the same file that nobody reads on that this one is in their place. */
    void replace(UUID by, String hash, Duration untouched) {
        broke("replaced", RUN.FILE_HASH.eq(hash).and(RUN.ID.ne(by)).and(untouched(untouched)));
    }

    /** Says why an import was broken off for good. */
    void broke(UUID run, String why) {
        db.update(RUN).set(RUN.STATE, "broken").set(RUN.WHY, why).set(RUN.ENDED_AT, Instant.now())
                .where(Tenant.owns(RUN.TENANT_ID), RUN.ID.eq(run), RUN.STATE.in("reading", "working")).execute();
    }

    private void broke(String why, Condition which) {
        db.update(RUN).set(RUN.STATE, "broken").set(RUN.WHY, why).set(RUN.ENDED_AT, Instant.now()).where(Tenant.owns(RUN.TENANT_ID), RUN.STATE.eq("reading"), which).execute();
    }

    private static Condition untouched(Duration since) {
        return RUN.TOUCHED_AT.lt(Instant.now().minus(since));
    }

    /** Takes the staged records of imports away that have ended. */
    void tidy() {
        var ended = RUN.STATE.eq("done").or(RUN.STATE.eq("broken").and(RUN.ENDED_AT.lt(Instant.now().minus(QUIET))));
        var left = db.select(RUN.ID).from(RUN).where(Tenant.owns(RUN.TENANT_ID), ended).andExists(DSL.selectOne().from(STAGED)
                .where(Tenant.owns(STAGED.TENANT_ID), STAGED.RUN_ID.eq(RUN.ID))).orderBy(RUN.STARTED_AT).limit(RUNS).fetch(RUN.ID);
        left.forEach(this::clear);
    }

    /** Takes an import's staged records away. */
    void clear(UUID run) {
        var mine = Tenant.owns(STAGED.TENANT_ID).and(STAGED.RUN_ID.eq(run));
        while (Boolean.TRUE.equals(transaction.execute(status -> {
            var beyond = db.select(STAGED.CASE_KEY).from(STAGED).where(mine).orderBy(STAGED.CASE_KEY, STAGED.N).offset(AT_ONCE).limit(1).fetchOne(STAGED.CASE_KEY);
            db.deleteFrom(STAGED).where(mine, beyond == null ? DSL.noCondition() : STAGED.CASE_KEY.le(beyond)).execute();
            return beyond != null;
        }))) {
            continue;
        }
    }

    /** Deletes trials with what they found that ended so long ago. */
    void forget(Duration since) {
        List<UUID> old = db.select(RUN.ID).from(RUN).where(Tenant.owns(RUN.TENANT_ID), RUN.TRIAL.isTrue(), RUN.ENDED_AT.lt(Instant.now().minus(since))).orderBy(RUN.STARTED_AT).limit(RUNS)
                .fetch(RUN.ID);
        old.forEach(this::forget);
    }

    private void forget(UUID trial) {
        clear(trial);
        var mine = Tenant.owns(REJECTED.TENANT_ID).and(REJECTED.RUN_ID.eq(trial));
        while (Boolean.TRUE.equals(transaction.execute(status -> {
            var beyond = db.select(REJECTED.N).from(REJECTED).where(mine).orderBy(REJECTED.N).offset(AT_ONCE).limit(1).fetchOne(REJECTED.N);
            db.deleteFrom(REJECTED).where(mine, beyond == null ? DSL.noCondition() : REJECTED.N.le(beyond)).execute();
            return beyond != null;
        }))) {
            continue;
        }
        transaction.executeWithoutResult(status -> {
            db.deleteFrom(UNMAPPED).where(Tenant.owns(UNMAPPED.TENANT_ID), UNMAPPED.RUN_ID.eq(trial)).execute();
            db.deleteFrom(RUN).where(Tenant.owns(RUN.TENANT_ID), RUN.ID.eq(trial), RUN.TRIAL.isTrue()).execute();
        });
    }
}
