package no.torg.cases.work;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_PARTY;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.CaseAccess;
import no.torg.cases.work.WorkQuery.Among;
import no.torg.db.cases.tables.CaseFile;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a query leaves the actor, as a statement of keys and ids. There are several ways to a case – each team, the person who has
 * it, services owned, one's own – and each is asked by itself, so that it is served by an index of its own in the list's order; they
 * exclude each other, so no case comes twice.
 *
 * @param ascending the order of keys and ids; null where only the number of rows matters
 * @param most      how many rows are wanted; 0 for all
 */
record WorkWays(Actor actor, WorkQuery query, @Nullable Boolean ascending, int most) {

    static final Field<UUID> ID = DSL.field(DSL.name("id"), UUID.class);
    /** Whether the case lies behind the open ones; the same for all where they are mixed. */
    static final Field<Boolean> DONE = DSL.field(DSL.name("done"), Boolean.class);
    static final Field<Object> KEY = DSL.field(DSL.name("key"));
    private static final Field<UUID> TEAM = DSL.field(DSL.name("teams", "team"), UUID.class);

    Select<Record> rows() {
        var ways = new ArrayList<Select<Record>>();
        for (var half : halves()) {
            if (query.among() != Among.OWN) {
                worked(half, ways);
            }
            if (query.among() != Among.WORKED) {
                own(half, ways);
            }
        }
        if (ways.isEmpty()) {
            return DSL.select(List.<SelectField<?>>of(behind(query.standing()), CASE_FILE.SEQ.as(KEY), CASE_FILE.ID.as(ID))).from(CASE_FILE).where(DSL.falseCondition());
        }
        return ways.size() == 1 ? ways.getFirst()
                : first(DSL.select(List.<SelectField<?>>of(DONE, KEY, ID)).from(ways.stream().reduce(Select::unionAll).orElseThrow().asTable("ways")).where());
    }

    /** By number, and of some that are named, open and done cases are asked for together; by the other keys each half has an index of its own. */
    private List<Standing> halves() {
        var parted = query.openFirst() || query.sort() != WorkSort.NUMBER && query.found() == null;
        var halves = query.standing() == Standing.ALL && parted ? List.of(Standing.OPEN, Standing.DONE) : List.of(query.standing());
        return halves.stream().filter(half -> !passed(half)).toList();
    }

    /** Whether the cursor stands beyond the whole half. */
    private boolean passed(Standing half) {
        var cursor = query.cursor();
        return query.openFirst() && cursor != null && ascending != null && half.open() == ascending && cursor.done() == ascending;
    }

    private Field<Boolean> behind(Standing half) {
        return DSL.inline(query.openFirst() && !half.open()).as(DONE);
    }

    private void worked(Standing half, List<Select<Record>> ways) {
        var c = CASE_FILE.as("c");
        // what is named is found by its id, a person's by theirs
        if (query.found() != null || query.handler() != null) {
            ways.add(cases(half, c, CaseAccess.covered(actor, c).and(ofTeams(c))));
            return;
        }
        var teams = teams();
        if (!teams.isEmpty() && !query.owned()) {
            var each = DSL.lateral(cases(half, c, c.TEAM_ID.eq(TEAM)).asTable("each"));
            ways.add(first(DSL.select(List.<SelectField<?>>of(each.field(DONE), each.field(KEY), each.field(ID)))
                    .from(DSL.unnest(teams.toArray(UUID[]::new)).as("teams", "team")).crossJoin(each).where()));
        }
        if (!actor.services().isEmpty() && (query.service() == null || actor.services().contains(query.service()))) {
            ways.add(cases(half, c, owned(c).and(query.owned() ? DSL.noCondition() : c.TEAM_ID.ne(DSL.all(actor.covered().toArray(UUID[]::new)))).and(ofTeams(c))));
        }
    }

    private void own(Standing half, List<Select<Record>> ways) {
        var c = CASE_FILE.as("c");
        var other = query.among() == Among.BOTH ? DSL.not(CaseAccess.covered(actor, c)) : DSL.noCondition();
        ways.add(cases(half, c, c.REQUESTER_ID.eq(actor.id()).and(other).and(ofTeams(c))));
        ways.add(cases(half, c, c.ID.in(DSL.select(CASE_PARTY.CASE_ID).from(CASE_PARTY)
                .where(Tenant.owns(CASE_PARTY.TENANT_ID), CASE_PARTY.PERSON_ID.eq(actor.id()))).and(c.REQUESTER_ID.ne(actor.id())).and(other).and(ofTeams(c))));
    }

    private Set<UUID> teams() {
        var teams = new LinkedHashSet<>(actor.covered());
        if (query.teams() != null) {
            teams.retainAll(query.teams());
        }
        return teams;
    }

    private Condition ofTeams(CaseFile c) {
        return query.teams() == null ? DSL.noCondition() : c.TEAM_ID.eq(DSL.any(query.teams().toArray(UUID[]::new)));
    }

    private Select<Record> cases(Standing half, CaseFile c, Condition in) {
        return first(DSL.select(List.<SelectField<?>>of(behind(half), query.sort().key(c).as(KEY), c.ID.as(ID))).from(c)
                .where(Tenant.owns(c.TENANT_ID), in, half.of(c), narrowed(c), beyond(half, c)));
    }

    private Select<Record> first(SelectConditionStep<Record> rows) {
        if (ascending == null) {
            return most == 0 ? rows : rows.limit(DSL.inline(most));
        }
        return rows.orderBy(WorkSort.order(DONE, ascending), WorkSort.order(KEY, ascending), WorkSort.order(ID, ascending)).limit(DSL.inline(most));
    }

    private Condition narrowed(CaseFile c) {
        var narrowed = query.handler() == null ? DSL.noCondition() : c.HANDLER_ID.eq(query.handler());
        narrowed = query.unassigned() ? narrowed.and(c.HANDLER_ID.isNull()) : narrowed;
        narrowed = query.overdue() ? narrowed.and(c.DUE_AT.lt(DSL.currentInstant())) : narrowed;
        narrowed = query.priority() == null ? narrowed : narrowed.and(c.PRIORITY.eq(query.priority().shortValue()));
        narrowed = query.service() == null ? narrowed : narrowed.and(c.SERVICE_ID.eq(query.service()));
        narrowed = query.number() == null ? narrowed : narrowed.and(query.number().of(c));
        narrowed = query.owned() ? narrowed.and(owned(c)) : narrowed;
        return query.found() == null ? narrowed : narrowed.and(c.ID.eq(DSL.any(query.found().toArray(UUID[]::new))));
    }

    private Condition owned(CaseFile c) {
        return c.SERVICE_ID.eq(DSL.any(actor.services().toArray(UUID[]::new)));
    }

    private Condition beyond(Standing half, CaseFile c) {
        var cursor = query.cursor();
        if (cursor == null || ascending == null || query.openFirst() && half.open() == cursor.done()) {
            return DSL.noCondition();
        }
        var here = DSL.row(query.sort().key(c).coerce(Object.class), c.ID);
        var there = DSL.row(query.sort().value(cursor.key()).coerce(Object.class), DSL.val(cursor.id()));
        return ascending ? here.gt(there) : here.lt(there);
    }
}
