package no.torg.cases.work;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_PARTY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import no.torg.cases.CaseAccess;
import no.torg.cases.work.WorkQuery.Among;
import no.torg.db.cases.tables.CaseFile;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Which cases a query leaves the actor, as a statement of keys and ids whose values stand in holes. There are several ways to a case – each
 * team, the person who has it, services owned, one's own – and each is asked by itself, so that it is served by an index of its own in the
 * list's order; they exclude each other, so no case comes twice. Nothing but the form decides its text: it is kept by it.
 */
record WorkWays(WorkForm form) {

    static final Field<UUID> ID = DSL.field(DSL.name("id"), UUID.class);
    /** Whether the case lies behind the open ones; the same for all where they are mixed. */
    static final Field<Boolean> DONE = DSL.field(DSL.name("done"), Boolean.class);
    static final Field<Object> KEY = DSL.field(DSL.name("key"));
    private static final Field<UUID> PERSON = WorkValue.PERSON.hole(SQLDataType.UUID);
    private static final Field<UUID> TEAM = DSL.field(DSL.name("teams", "team"), UUID.class);

    Select<Record> rows() {
        var ways = new ArrayList<Select<Record>>();
        for (var half : halves()) {
            if (form.among() != Among.OWN) {
                worked(half, ways);
            }
            if (form.among() != Among.WORKED) {
                own(half, ways);
            }
        }
        if (ways.isEmpty()) {
            return DSL.select(List.<SelectField<?>>of(behind(form.standing()), form.sort().key(CASE_FILE, false).as(KEY), CASE_FILE.ID.as(ID))).from(CASE_FILE).where(DSL.falseCondition());
        }
        return ways.size() == 1 ? ways.getFirst()
                : first(DSL.select(List.<SelectField<?>>of(DONE, KEY, ID)).from(ways.stream().reduce(Select::unionAll).orElseThrow().asTable("ways")).where());
    }

    /** By number, and of some that are named, open and done cases are asked for together; by the other keys each half has an index of its own. */
    private List<Standing> halves() {
        var parted = form.openFirst() || form.sort() != WorkSort.NUMBER && !form.has(WorkValue.FOUND);
        var halves = form.standing() == Standing.ALL && parted ? List.of(Standing.OPEN, Standing.DONE) : List.of(form.standing());
        return halves.stream().filter(half -> !passed(half)).toList();
    }

    /** Whether the cursor stands beyond the whole half. */
    private boolean passed(Standing half) {
        var ascending = form.ascending();
        return form.openFirst() && form.past() != null && ascending != null && half.open() == ascending && form.past().equals(ascending);
    }

    private Field<Boolean> behind(Standing half) {
        return DSL.inline(form.openFirst() && !half.open()).as(DONE);
    }

    private void worked(Standing half, List<Select<Record>> ways) {
        var c = CASE_FILE.as("c");
        var others = form.ownApart() ? DSL.not(CaseAccess.party(PERSON, c)) : DSL.noCondition();
        // what is named is found by its id, a person's by theirs
        if (form.has(WorkValue.FOUND) || form.has(WorkValue.HANDLER)) {
            ways.add(cases(half, c, false, covered(c).and(others).and(ofTeams(c))));
            return;
        }
        var teams = form.uuids(WorkValue.WAYS);
        if (teams != null && !form.owned()) {
            var each = DSL.lateral(cases(half, c, false, c.TEAM_ID.eq(TEAM).and(others)).asTable("each"));
            ways.add(first(DSL.select(List.<SelectField<?>>of(each.field(DONE), each.field(KEY), each.field(ID)))
                    .from(DSL.unnest(teams).as("teams", "team")).crossJoin(each).where()));
        }
        if (form.has(WorkValue.SERVICES) && form.ownsAsked()) {
            ways.add(cases(half, c, false, owned(c).and(others).and(form.owned() ? DSL.noCondition() : beside(c)).and(ofTeams(c))));
        }
    }

    private void own(Standing half, List<Select<Record>> ways) {
        var c = CASE_FILE.as("c");
        var other = form.among() == Among.BOTH && !form.ownApart() ? DSL.not(covered(c)) : DSL.noCondition();
        ways.add(cases(half, c, true, c.REQUESTER_ID.eq(PERSON).and(other).and(ofTeams(c))));
        ways.add(cases(half, c, true, c.ID.in(DSL.select(CASE_PARTY.CASE_ID).from(CASE_PARTY)
                .where(Tenant.owns(CASE_PARTY.TENANT_ID), CASE_PARTY.PERSON_ID.eq(PERSON))).and(c.REQUESTER_ID.ne(PERSON)).and(other).and(ofTeams(c))));
    }

    private Condition covered(CaseFile c) {
        return CaseAccess.covered(form.uuids(WorkValue.COVERED), form.uuids(WorkValue.SERVICES), c);
    }

    private Condition beside(CaseFile c) {
        var covered = form.uuids(WorkValue.COVERED);
        return covered == null ? DSL.noCondition() : c.TEAM_ID.ne(DSL.all(covered));
    }

    private Condition owned(CaseFile c) {
        return c.SERVICE_ID.eq(DSL.any(WorkValue.SERVICES.hole(WorkValue.UUIDS)));
    }

    private Condition ofTeams(CaseFile c) {
        var teams = form.uuids(WorkValue.TEAMS);
        return teams == null ? DSL.noCondition() : c.TEAM_ID.eq(DSL.any(teams));
    }

    private Select<Record> cases(Standing half, CaseFile c, boolean own, Condition in) {
        var key = form.sort().key(c, own);
        return first(DSL.select(List.<SelectField<?>>of(behind(half), key.as(KEY), c.ID.as(ID))).from(c)
                .where(Tenant.owns(c.TENANT_ID), in, half.of(c), narrowed(c), beyond(half, key, c)));
    }

    private Select<Record> first(SelectConditionStep<Record> rows) {
        var ascending = form.ascending();
        if (ascending == null) {
            return form.most() == 0 ? rows : rows.limit(DSL.inline(form.most()));
        }
        return rows.orderBy(WorkSort.order(DONE, ascending), WorkSort.order(KEY, ascending), WorkSort.order(ID, ascending)).limit(DSL.inline(form.most()));
    }

    private Condition narrowed(CaseFile c) {
        var narrowed = equal(c.HANDLER_ID, WorkValue.HANDLER);
        narrowed = form.unassigned() ? narrowed.and(c.HANDLER_ID.isNull()) : narrowed;
        narrowed = form.overdue() ? narrowed.and(c.DUE_AT.lt(DSL.currentInstant())) : narrowed;
        narrowed = narrowed.and(equal(c.PRIORITY, WorkValue.PRIORITY)).and(equal(c.SERVICE_ID, WorkValue.SERVICE));
        narrowed = form.has(WorkValue.FROM) ? narrowed.and(numbered(c)) : narrowed;
        // without a service of one's own there is nothing in services of one's own
        narrowed = !form.owned() ? narrowed : narrowed.and(form.has(WorkValue.SERVICES) ? owned(c) : DSL.falseCondition());
        var found = form.uuids(WorkValue.FOUND);
        return found == null ? narrowed : narrowed.and(c.ID.eq(DSL.any(found)));
    }

    private <T> Condition equal(Field<T> column, WorkValue value) {
        var asked = form.hole(value, column.getDataType());
        return asked == null ? DSL.noCondition() : column.eq(asked);
    }

    private Condition numbered(CaseFile c) {
        return CaseNumber.of(c, WorkValue.FROM.hole(SQLDataType.BIGINT), WorkValue.TO.hole(SQLDataType.BIGINT), form.hole(WorkValue.YEAR, SQLDataType.VARCHAR));
    }

    private Condition beyond(Standing half, Field<?> key, CaseFile c) {
        var ascending = form.ascending();
        if (form.past() == null || ascending == null || form.openFirst() && half.open() == form.past()) {
            return DSL.noCondition();
        }
        var here = DSL.row(key.coerce(Object.class), c.ID);
        var there = DSL.row(WorkValue.KEY.hole(key.getDataType()).coerce(Object.class), WorkValue.ID.hole(SQLDataType.UUID));
        return ascending ? here.gt(there) : here.lt(there);
    }
}
