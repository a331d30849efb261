package no.torg.migration;

import static no.torg.db.migration.Tables.REJECTED;
import static no.torg.db.migration.Tables.RUN;
import static no.torg.db.migration.Tables.STAGED;
import static no.torg.db.migration.Tables.UNMAPPED;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import no.torg.migration.Runs.Rejected;
import no.torg.migration.Runs.Run;
import no.torg.migration.Runs.Staged;
import no.torg.migration.Runs.Unmapped;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What an import found in its file: records that it could not read, and values that its mapping does not name. */
@Repository
class Findings {

    /** Values shown at once; those of the state come first. */
    static final int MOST_UNMAPPED = 200;
    /** Characters of a rejected record, of which a page shows fifty. */
    static final int SHOWN = 2_000;

    private static final int SOME = 500;

    private final DSLContext db;

    Findings(DSLContext db) {
        this.db = db;
    }

    /**
     * An import as it stands, with some of what it found.
     *
     * @param first  of a trial, the first records that can be read
     * @param values how many values the mapping does not name, of which {@code unmapped} are some
     */
    record Report(Run run, List<Rejected> rejected, List<Unmapped> unmapped, int values, List<Staged> first) {
    }

    /** The import with its rejected records after one, of each the beginning, in one statement. */
    Report report(UUID id, long after, int limit) {
        var rejected = DSL.multiset(bad(DSL.left(REJECTED.LINE, SHOWN), id, after, limit)).convertFrom(rows -> rows.map(Findings::rejected));
        var unmapped = DSL.multiset(unnamed(id)).convertFrom(rows -> rows.map(Findings::unmapped));
        var values = DSL.field(DSL.selectCount().from(UNMAPPED).where(Tenant.owns(UNMAPPED.TENANT_ID), UNMAPPED.RUN_ID.eq(id)));
        var first = DSL.multiset(DSL.select(STAGED.CASE_KEY, STAGED.N, STAGED.LINE).from(STAGED).where(Tenant.owns(STAGED.TENANT_ID), STAGED.RUN_ID.eq(id), RUN.TRIAL.isTrue())
                .orderBy(STAGED.N).limit(Imports.FIRST)).convertFrom(rows -> rows.map(row -> new Staged(row.value1(), row.value2(), row.value3())));
        return db.select(RUN, rejected, unmapped, values, first).from(RUN).where(Tenant.owns(RUN.TENANT_ID), RUN.ID.eq(id))
                .fetchOptional(row -> new Report(Runs.run(row.value1()), row.value2(), row.value3(), row.value4(), row.value5())).orElseThrow(() -> new NotFound("import " + id));
    }

    List<Rejected> rejected(UUID run, long after, int limit) {
        return db.fetch(bad(REJECTED.LINE, run, after, limit)).map(Findings::rejected);
    }

    /** All of them, whole, given on one by one while no connection is held. */
    void each(UUID run, Consumer<Rejected> taker) {
        for (var some = rejected(run, 0, SOME); !some.isEmpty();) {
            some.forEach(taker);
            some = some.size() < SOME ? List.of() : rejected(run, some.getLast().n(), SOME);
        }
    }

    List<Unmapped> unmapped(UUID run) {
        return db.fetch(unnamed(run)).map(Findings::unmapped);
    }

    private static Select<Record3<Long, String, String>> bad(Field<String> line, UUID run, long after, int limit) {
        return DSL.select(REJECTED.N, line, REJECTED.PROBLEM).from(REJECTED).where(Tenant.owns(REJECTED.TENANT_ID), REJECTED.RUN_ID.eq(run), REJECTED.N.gt(after))
                .orderBy(REJECTED.N).limit(limit);
    }

    private static Rejected rejected(Record3<Long, String, String> row) {
        return new Rejected(row.value1(), row.value2(), Problem.of(row.value3()));
    }

    /** What weighs most first: an unknown state makes a case look open that is not. */
    private static Select<Record3<String, String, Long>> unnamed(UUID run) {
        return DSL.select(UNMAPPED.FIELD, UNMAPPED.VALUE, UNMAPPED.N).from(UNMAPPED).where(Tenant.owns(UNMAPPED.TENANT_ID), UNMAPPED.RUN_ID.eq(run))
                .orderBy(DSL.field("array_position({0}, {1})", Integer.class, DSL.val(Unmapped.FIELDS.toArray(String[]::new)), UNMAPPED.FIELD), UNMAPPED.N.desc(), UNMAPPED.VALUE)
                .limit(MOST_UNMAPPED);
    }

    private static Unmapped unmapped(Record3<String, String, Long> row) {
        return new Unmapped(row.value1(), row.value2(), row.value3());
    }
}
