package no.torg.cases.work;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_WAIT;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import no.torg.cases.CaseAccess;
import no.torg.cases.CaseState;
import no.torg.cases.RequesterCases;
import no.torg.cases.work.ListedCase.Last;
import no.torg.cases.work.ListedCase.Named;
import no.torg.conversations.MessageReads;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.people.PersonReads;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists of cases, a page in one statement: first which rows, then their names and last messages, for the page's rows alone. */
@Repository
class WorkList {

    private static final Field<String> REQUESTER = PersonReads.name(CASE_FILE.REQUESTER_ID).as("requester");
    private static final Field<String> HANDLER = PersonReads.name(CASE_FILE.HANDLER_ID).as("handler");
    private static final Field<String> LAST_BY = another(CASE_FILE.LAST_MESSAGE_BY).as("last_by");
    private static final Field<String> PUBLIC_BY = another(CASE_FILE.PUBLIC_MESSAGE_BY).as("public_by");
    private static final Field<Boolean> OWN = DSL.field(DSL.name("own"), Boolean.class);
    private static final Field<Integer> READ_TO = DSL.field(DSL.name("read_to"), Integer.class);
    private static final Field<Long> PLACE = DSL.field(DSL.name("place"), Long.class);
    private static final Field<String> TITLE = DSL.field(DSL.name("said"), String.class);
    private static final Field<String> WAIT_FOR = DSL.field(DSL.name("waits_for"), String.class);

    private final DSLContext db;
    private final Organisation organisation;

    WorkList(DSLContext db, Organisation organisation) {
        this.db = db;
        this.organisation = organisation;
    }

    /**
     * The page's rows in the list's order, and one more where there is more: the last, or of a page asked for backwards the first. The rows of
     * cases that are the actor's own say nothing internal.
     */
    List<ListedCase> rows(Actor actor, Language language, WorkQuery query) {
        var ascending = query.sort().ascending();
        var back = query.cursor() != null && query.cursor().back();
        var page = new WorkWays(actor, query, ascending != back, query.limit() + 1).rows().asTable("page");
        var c = CASE_FILE;
        return db.select(fields(actor, language)).select(query.sort().number().as(PLACE))
                .from(page).join(c).on(Tenant.owns(c.TENANT_ID), c.ID.eq(page.field(WorkWays.ID)))
                .orderBy(WorkSort.order(Objects.requireNonNull(page.field(WorkWays.DONE)), ascending),
                        WorkSort.order(Objects.requireNonNull(page.field(WorkWays.KEY)), ascending),
                        WorkSort.order(Objects.requireNonNull(page.field(WorkWays.ID)), ascending))
                // read to the end before names are looked up, which may need the database too
                .fetch().map(row -> listed(actor, row, row.get(PLACE)));
    }

    /** How many cases the query leaves, counted to {@code most} at the most, 0 for exactly; a piece for a statement about something else. */
    static Field<Integer> count(Actor actor, WorkQuery query, int most) {
        return DSL.field(DSL.selectCount().from(new WorkWays(actor, query, null, most).rows().asTable("counted")));
    }

    /** What is read of a case in a list. */
    static List<SelectField<?>> fields(Actor actor, Language language) {
        var c = CASE_FILE;
        var wait = DSL.field(DSL.select(CASE_WAIT.WAIT_FOR).from(CASE_WAIT).where(CASE_WAIT.TENANT_ID.eq(c.TENANT_ID), CASE_WAIT.CASE_ID.eq(c.ID),
                CASE_WAIT.ENDED_AT.isNull()).orderBy(CASE_WAIT.NTH).limit(1));
        return List.of(c.ID, c.NUMBER, RequesterCases.title(language).as(TITLE), c.STATE, DSL.when(c.STATE.eq(CaseState.WAITING.code()), wait).as(WAIT_FOR),
                c.SERVICE_ID, c.SERVICE_VERSION, c.REQUESTER_ID, REQUESTER, c.TEAM_ID, c.HANDLER_ID, HANDLER, c.PRIORITY, c.IMPACT, c.URGENCY,
                c.OPENED_AT, c.UPDATED_AT, c.DUE_AT, c.PROMISED_AT, c.RESOLVED_AT, c.CLOSED_AT, c.LAST_MESSAGE_AT, c.LAST_MESSAGE_BY, LAST_BY, c.LAST_MESSAGE_SNIPPET,
                c.LAST_MESSAGE_INTERNAL, c.LAST_MESSAGE_SEQ, c.PUBLIC_MESSAGE_AT, c.PUBLIC_MESSAGE_BY, PUBLIC_BY, c.PUBLIC_MESSAGE_SNIPPET, c.PUBLIC_MESSAGE_SEQ,
                DSL.field(CaseAccess.party(actor, c)).as(OWN), MessageReads.readTo(actor, c.ID).as(READ_TO));
    }

    /** The case of a row with these fields. */
    ListedCase listed(Actor actor, Record row, long place) {
        var c = CASE_FILE;
        var own = row.get(OWN);
        var internal = !own && CaseAccess.covers(actor, row.get(c.TEAM_ID), row.get(c.SERVICE_ID));
        var author = row.get(internal ? c.LAST_MESSAGE_BY : c.PUBLIC_MESSAGE_BY);
        var unread = row.get(internal ? c.LAST_MESSAGE_SEQ : c.PUBLIC_MESSAGE_SEQ) > row.get(READ_TO) && !actor.is(author);
        return new ListedCase(row.get(c.ID), row.get(c.NUMBER), place, row.get(TITLE), own, CaseState.of(row.get(c.STATE)), row.get(WAIT_FOR),
                row.get(c.SERVICE_ID), row.get(c.SERVICE_VERSION), new Named(row.get(c.REQUESTER_ID), row.get(REQUESTER)), new Named(row.get(c.TEAM_ID), organisation.teamName(row.get(c.TEAM_ID))),
                named(row.get(c.HANDLER_ID), row.get(HANDLER)), row.get(c.PRIORITY), row.get(c.IMPACT), row.get(c.URGENCY), row.get(c.OPENED_AT),
                row.get(c.UPDATED_AT), row.get(c.DUE_AT), row.get(c.PROMISED_AT), row.get(c.RESOLVED_AT), row.get(c.CLOSED_AT), last(row, own), unread);
    }

    private static @Nullable Named named(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Named(id, name);
    }

    private static @Nullable Last last(Record row, boolean own) {
        var c = CASE_FILE;
        var at = row.get(own ? c.PUBLIC_MESSAGE_AT : c.LAST_MESSAGE_AT);
        var snippet = row.get(own ? c.PUBLIC_MESSAGE_SNIPPET : c.LAST_MESSAGE_SNIPPET);
        return at == null || snippet == null ? null
                : new Last(at, by(row, row.get(own ? c.PUBLIC_MESSAGE_BY : c.LAST_MESSAGE_BY), row.get(own ? PUBLIC_BY : LAST_BY)), snippet, !own && row.get(c.LAST_MESSAGE_INTERNAL));
    }

    private static @Nullable String by(Record row, @Nullable UUID author, @Nullable String other) {
        return author == null || other != null ? other : author.equals(row.get(CASE_FILE.REQUESTER_ID)) ? row.get(REQUESTER) : row.get(HANDLER);
    }

    /** The author's name, unless it is the requester or the handler, whose names are there already. */
    private static Field<String> another(Field<UUID> author) {
        return DSL.when(author.ne(CASE_FILE.REQUESTER_ID).and(author.isDistinctFrom(CASE_FILE.HANDLER_ID)), PersonReads.name(author));
    }
}
