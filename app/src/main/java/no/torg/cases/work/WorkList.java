package no.torg.cases.work;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_WAIT;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.cases.CaseAccess;
import no.torg.cases.CaseState;
import no.torg.cases.RequesterCases;
import no.torg.cases.work.ListedCase.Last;
import no.torg.cases.work.ListedCase.Named;
import no.torg.conversations.MessageReads;
import no.torg.people.Actor;
import no.torg.people.KnownNames;
import no.torg.people.Organisation;
import no.torg.tenancy.Piece;
import no.torg.tenancy.Pieces;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists of cases, a page in one statement: first which rows, then their names and last messages, for the page's rows alone. */
@Repository
class WorkList {

    static final Field<Boolean> OWN = DSL.field(DSL.name("own"), Boolean.class);
    /** How far the actor has read the case's messages. */
    static final Field<Integer> READ_TO = DSL.field(DSL.name("read_to"), Integer.class);
    private static final Field<Long> PLACE = DSL.field(DSL.name("place"), Long.class);
    private static final Field<String> TITLE = DSL.field(DSL.name("said"), String.class);
    private static final Field<String> WAIT_FOR = DSL.field(DSL.name("waits_for"), String.class);

    private static final Piece<String> WAITS_FOR = Piece.of(() -> DSL.when(CASE_FILE.STATE.eq(DSL.inline(CaseState.WAITING.code())), DSL.field(DSL.select(CASE_WAIT.WAIT_FOR).from(CASE_WAIT)
            .where(CASE_WAIT.TENANT_ID.eq(CASE_FILE.TENANT_ID), CASE_WAIT.CASE_ID.eq(CASE_FILE.ID), CASE_WAIT.ENDED_AT.isNull()).orderBy(CASE_WAIT.NTH).limit(DSL.inline(1)))));

    /** What is read of a case in a list, besides how far the actor has read it. */
    static final List<Field<?>> FIELDS = List.of(CASE_FILE.ID, CASE_FILE.NUMBER, TITLE, CASE_FILE.STATE, CASE_FILE.STATE_SINCE, WAIT_FOR,
            CASE_FILE.SERVICE_ID, CASE_FILE.SERVICE_VERSION, CASE_FILE.REQUESTER_ID, CASE_FILE.TEAM_ID, CASE_FILE.HANDLER_ID, CASE_FILE.PRIORITY, CASE_FILE.IMPACT, CASE_FILE.URGENCY,
            CASE_FILE.OPENED_AT, CASE_FILE.UPDATED_AT, CASE_FILE.DUE_AT, CASE_FILE.PROMISED_AT, CASE_FILE.RESOLVED_AT, CASE_FILE.CLOSED_AT,
            CASE_FILE.LAST_MESSAGE_AT, CASE_FILE.LAST_MESSAGE_BY, CASE_FILE.LAST_MESSAGE_SNIPPET, CASE_FILE.LAST_MESSAGE_INTERNAL, CASE_FILE.LAST_MESSAGE_SEQ,
            CASE_FILE.PUBLIC_MESSAGE_AT, CASE_FILE.PUBLIC_MESSAGE_BY, CASE_FILE.PUBLIC_MESSAGE_SNIPPET, CASE_FILE.PUBLIC_MESSAGE_SEQ, OWN);
    private static final Piece<Object> COLUMNS = Piece.ofColumns(() -> {
        var made = Map.<Field<?>, Field<?>>of(TITLE, RequesterCases.title(Piece.hole(0, SQLDataType.VARCHAR)), WAIT_FOR, WAITS_FOR.with(), OWN, DSL.field(Piece.hole(1)));
        return FIELDS.stream().map(field -> made.getOrDefault(field, field)).toList();
    });
    private static final Pieces<WorkForm, Object> PAGES = new Pieces<>(form -> Piece.ofStatement(() -> page(form)));
    private static final Pieces<WorkForm, Integer> COUNTS = new Pieces<>(form -> Piece.of(() -> DSL.field(DSL.selectCount().from(new WorkWays(form).rows().asTable("counted")))));
    private static final List<Field<?>> LISTED = Stream.concat(FIELDS.stream(), Stream.of(READ_TO, PLACE)).toList();

    private final DSLContext db;
    private final Organisation organisation;
    private final KnownNames names;

    WorkList(DSLContext db, Organisation organisation, KnownNames names) {
        this.db = db;
        this.organisation = organisation;
        this.names = names;
    }

    /**
     * The page's rows in the list's order, and one more where there is more: the last, or of a page asked for backwards the first. The rows of
     * cases that are the actor's own say nothing internal.
     */
    Rows rows(Actor actor, Language language, WorkQuery query) {
        var values = WorkValue.of(actor, language, query);
        var back = query.cursor() != null && query.cursor().back();
        var form = WorkForm.of(actor, query, values.keySet(), query.sort().ascending() != back, query.limit() + 1);
        return new Rows(actor, db.resultQuery("{0}", PAGES.of(form).with(WorkValue.inPlace(values))).coerce(LISTED).fetch());
    }

    /** Rows as they were read, before anybody in them is named. */
    final class Rows {

        private final Actor actor;
        private final Result<Record> rows;

        private Rows(Actor actor, Result<Record> rows) {
            this.actor = actor;
            this.rows = rows;
        }

        int size() {
            return rows.size();
        }

        /** All who are in them. */
        Set<UUID> people() {
            return rows.stream().flatMap(WorkList::people).collect(Collectors.toSet());
        }

        /** The cases; names that are not known yet are read for it. */
        List<ListedCase> named() {
            var named = names.of(people());
            return rows.map(row -> listed(actor, row, row.get(PLACE), named));
        }
    }

    private static Select<?> page(WorkForm form) {
        var ascending = form.sort().ascending();
        var page = new WorkWays(form).rows().asTable("page");
        var c = CASE_FILE;
        var person = WorkValue.PERSON.hole(SQLDataType.UUID);
        return DSL.select(COLUMNS.with(WorkValue.LANGUAGE.hole(SQLDataType.VARCHAR), CaseAccess.party(person, c)), MessageReads.readTo(), form.sort().number(Objects.requireNonNull(page.field(WorkWays.KEY))))
                .from(page).join(c).on(Tenant.owns(c.TENANT_ID), c.ID.eq(page.field(WorkWays.ID))).leftJoin(MessageReads.marks(person)).on(MessageReads.marked(c.ID))
                .orderBy(WorkSort.order(Objects.requireNonNull(page.field(WorkWays.DONE)), ascending),
                        WorkSort.order(Objects.requireNonNull(page.field(WorkWays.KEY)), ascending),
                        WorkSort.order(Objects.requireNonNull(page.field(WorkWays.ID)), ascending));
    }

    /** How many cases the query leaves, counted to {@code most} at the most, 0 for exactly; a piece for a statement about something else. */
    static Field<Integer> count(Actor actor, WorkQuery query, int most) {
        var values = WorkValue.of(actor, actor.language(), query);
        return COUNTS.of(WorkForm.of(actor, query, values.keySet(), null, most)).with(WorkValue.inPlace(values));
    }

    /** The {@link #FIELDS} of {@code case_file}, in that order, to be read as those. */
    static SelectField<?> columns(Actor actor, Language language) {
        return COLUMNS.with(DSL.val(language.code()), CaseAccess.party(actor, CASE_FILE));
    }

    /** All who are in a row with these fields. */
    static Stream<UUID> people(Record row) {
        var c = CASE_FILE;
        return Stream.of(c.REQUESTER_ID, c.HANDLER_ID, c.LAST_MESSAGE_BY, c.PUBLIC_MESSAGE_BY).map(row::get).filter(Objects::nonNull);
    }

    /** The case of a row with these fields, all that are in it named. */
    ListedCase listed(Actor actor, Record row, long place, Map<UUID, String> named) {
        var c = CASE_FILE;
        var own = row.get(OWN);
        var internal = !own && CaseAccess.covers(actor, row.get(c.TEAM_ID), row.get(c.SERVICE_ID));
        var author = row.get(internal ? c.LAST_MESSAGE_BY : c.PUBLIC_MESSAGE_BY);
        var unread = row.get(internal ? c.LAST_MESSAGE_SEQ : c.PUBLIC_MESSAGE_SEQ) > row.get(READ_TO) && !actor.is(author);
        return new ListedCase(row.get(c.ID), row.get(c.NUMBER), place, row.get(TITLE), own, CaseState.of(row.get(c.STATE)), row.get(WAIT_FOR),
                row.get(c.SERVICE_ID), row.get(c.SERVICE_VERSION), named(row.get(c.REQUESTER_ID), named), new Named(row.get(c.TEAM_ID), organisation.teamName(row.get(c.TEAM_ID))),
                row.get(c.HANDLER_ID) == null ? null : named(row.get(c.HANDLER_ID), named), row.get(c.PRIORITY), row.get(c.IMPACT), row.get(c.URGENCY), row.get(c.OPENED_AT),
                updated(row, own), row.get(c.DUE_AT), row.get(c.PROMISED_AT), row.get(c.RESOLVED_AT), row.get(c.CLOSED_AT), last(row, own, named), unread);
    }

    /** When the case last changed, as far as its requester sees it where it is the actor's own: notes and priorities move its row too. */
    private static Instant updated(Record row, boolean own) {
        var c = CASE_FILE;
        return own ? Stream.of(c.OPENED_AT, c.STATE_SINCE, c.PUBLIC_MESSAGE_AT).map(row::get).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElseThrow() : row.get(c.UPDATED_AT);
    }

    private static Named named(UUID id, Map<UUID, String> named) {
        return new Named(id, named.getOrDefault(id, ""));
    }

    private static @Nullable Last last(Record row, boolean own, Map<UUID, String> named) {
        var c = CASE_FILE;
        var at = row.get(own ? c.PUBLIC_MESSAGE_AT : c.LAST_MESSAGE_AT);
        var snippet = row.get(own ? c.PUBLIC_MESSAGE_SNIPPET : c.LAST_MESSAGE_SNIPPET);
        var by = row.get(own ? c.PUBLIC_MESSAGE_BY : c.LAST_MESSAGE_BY);
        return at == null || snippet == null ? null : new Last(at, by == null ? null : named.get(by), snippet, !own && row.get(c.LAST_MESSAGE_INTERNAL));
    }
}
