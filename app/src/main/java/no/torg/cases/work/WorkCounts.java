package no.torg.cases.work;

import static no.torg.db.cases.Tables.CASE_FILE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.QueueReads;
import no.torg.people.Actor;
import no.torg.people.KnownNames;
import no.torg.people.Organisation;
import no.torg.tenancy.Piece;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What stands beside the lists of work, and how many a filter leaves: one statement. */
@Repository
class WorkCounts {

    /** What is counted case by case is counted so far and no further: it comes with every page. */
    static final int MOST = 300;

    private static final Piece<Integer> OVERDUE = Piece.of(() -> overdue(Piece.hole(0, SQLDataType.UUID.getArrayDataType())));

    private final DSLContext db;
    private final Organisation organisation;
    private final KnownNames names;

    WorkCounts(DSLContext db, Organisation organisation, KnownNames names) {
        this.db = db;
        this.organisation = organisation;
        this.names = names;
    }

    /** A team with how many open cases it has, and how many of them nobody has; exact. */
    record TeamCount(UUID id, String name, long open, long unassigned) {
    }

    /**
     * The counts beside the lists.
     *
     * @param mine    open cases that the actor has, to {@link #MOST} and one more
     * @param overdue open cases of the actor's teams whose time is past, likewise
     * @param owned   open cases of services that the actor owns, likewise; null for who owns none
     * @param teams   those the actor covers, by name
     * @param found   what the query leaves, to {@link #MOST} and one more unless it was asked for exactly; null where it was not asked for
     */
    record Counts(int mine, int overdue, @Nullable Integer owned, List<TeamCount> teams, @Nullable Integer found) {
    }

    /** Counts for the side of the work pages; with a query, also what that leaves. After it the names of these people are known. */
    Counts of(Actor actor, @Nullable WorkQuery query, boolean exactly, Set<UUID> people) {
        var mine = WorkList.count(actor, WorkQuery.mine(actor), MOST + 1);
        var overdue = OVERDUE.with(DSL.val(teams(actor).toArray(UUID[]::new)));
        var owned = actor.services().isEmpty() ? DSL.castNull(Integer.class) : WorkList.count(actor, WorkQuery.ofOwned(), MOST + 1);
        var found = query == null ? DSL.castNull(Integer.class) : WorkList.count(actor, query, exactly ? 0 : MOST + 1);
        return db.select(mine, overdue, owned, QueueReads.of(actor.covered()), found, names.learning(people))
                .fetchSingle(row -> new Counts(row.value1(), row.value2(), row.value3(), teams(actor, row.value4()), row.value5()));
    }

    private List<TeamCount> teams(Actor actor, Map<UUID, QueueReads.Counted> counted) {
        return organisation.teams().stream().filter(team -> actor.covered().contains(team.id())).map(team -> {
            var count = counted.getOrDefault(team.id(), QueueReads.Counted.NONE);
            return new TeamCount(team.id(), team.name(), count.open(), count.unassigned());
        }).toList();
    }

    private static Field<Integer> overdue(Field<UUID[]> teams) {
        var team = DSL.field(DSL.name("teams", "team"), UUID.class);
        var late = DSL.lateral(DSL.selectOne().from(CASE_FILE).where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.TEAM_ID.eq(team),
                CASE_FILE.RESOLVED_AT.isNull(), CASE_FILE.DUE_AT.lt(DSL.currentInstant())).limit(DSL.inline(MOST + 1))).as("late");
        return DSL.field(DSL.selectCount().from(DSL.selectOne().from(DSL.unnest(teams).as("teams", "team")).crossJoin(late).limit(DSL.inline(MOST + 1)).asTable("counted")));
    }

    /** How many cases the query leaves, to {@link #MOST} and one more or exactly. After it the names of these people are known. */
    long left(Actor actor, WorkQuery query, boolean exactly, Set<UUID> people) {
        return db.select(WorkList.count(actor, query, exactly ? 0 : MOST + 1), names.learning(people)).fetchSingle().value1();
    }

    /** The teams the actor works in; a leader who works in none: all they lead. */
    static Set<UUID> teams(Actor actor) {
        return actor.teams().isEmpty() ? actor.covered() : actor.teams();
    }
}
