package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_WAIT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import no.torg.db.cases.tables.CaseFile;
import no.torg.people.Actor;
import no.torg.people.PersonReads;
import no.torg.tenancy.Piece;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** One's own cases, as the requester or a party: lists for the front page and My page, and the row of one. */
@Repository
public class RequesterCases {

    private static final Field<List<RequesterCase.Wait>> WAITS = DSL.multiset(
            DSL.select(CASE_WAIT.WAIT_FOR, CASE_WAIT.SINCE, DSL.nullif(CASE_WAIT.UNTIL, Times.NEVER), CASE_WAIT.ENDED_AT).from(CASE_WAIT)
                    .where(CASE_WAIT.TENANT_ID.eq(CASE_FILE.TENANT_ID), CASE_WAIT.CASE_ID.eq(CASE_FILE.ID)).orderBy(CASE_WAIT.NTH))
            .convertFrom(rows -> rows.map(Records.mapping(RequesterCase.Wait::new))).as("waits");
    private static final Piece<String> TITLE = Piece.of(() -> DSL.coalesce(DSL.jsonbGetAttributeAsText(CASE_FILE.TITLE, Piece.hole(0, SQLDataType.VARCHAR)),
            DSL.jsonbGetAttributeAsText(CASE_FILE.TITLE, DSL.inline("nb"))));
    private static final Field<Instant> CHANGED = changed(CASE_FILE).as("changed");
    private static final Field<Integer> OF_ALL = DSL.count().over().as("of_all");

    private final DSLContext db;

    RequesterCases(DSLContext db) {
        this.db = db;
    }

    /** Some of one's cases, and how many there are in all. */
    public record Some(List<RequesterCase> cases, int all) {
    }

    /** The actor's open cases: those that wait for them first, then the ones changed last; at most {@code limit}. */
    public Some open(Actor actor, Language language, int limit) {
        var waits = DSL.when(DSL.exists(DSL.selectOne().from(CASE_WAIT).where(CASE_WAIT.TENANT_ID.eq(CASE_FILE.TENANT_ID),
                CASE_WAIT.CASE_ID.eq(CASE_FILE.ID), CASE_WAIT.ENDED_AT.isNull(), CASE_WAIT.WAIT_FOR.eq("requester"))), DSL.inline(0)).otherwise(DSL.inline(1));
        var rows = db.select(fields(language)).select(OF_ALL).from(CASE_FILE).where(own(actor), CASE_FILE.RESOLVED_AT.isNull())
                .orderBy(waits, changed(CASE_FILE).desc(), CASE_FILE.ID.desc()).limit(limit).fetch();
        return new Some(rows.map(RequesterCases::of), rows.isEmpty() ? 0 : rows.getFirst().get(OF_ALL));
    }

    /** The actor's resolved and closed cases before {@code before} (null: the newest), the ones changed last first. */
    public List<RequesterCase> done(Actor actor, Language language, @Nullable Before before, int limit) {
        var from = before == null ? DSL.noCondition() : DSL.row(changed(CASE_FILE), CASE_FILE.ID).lt(before.changed(), before.id());
        return db.select(fields(language)).from(CASE_FILE).where(own(actor), CASE_FILE.RESOLVED_AT.isNotNull(), from)
                .orderBy(changed(CASE_FILE).desc(), CASE_FILE.ID.desc()).limit(limit).fetch(RequesterCases::of);
    }

    /** A place in the list of done cases. */
    public record Before(Instant changed, UUID id) {
    }

    /** What a page needs of one case beside its own pieces; compose with {@link #own}. */
    public static List<SelectField<?>> fields(Language language) {
        var c = CASE_FILE;
        return List.of(c.ID, c.NUMBER, title(language).as("said"), c.STATE, c.STATE_SINCE, c.SERVICE_ID, c.SERVICE_VERSION,
                PersonReads.team(c.TEAM_ID).as("team"), PersonReads.name(c.HANDLER_ID).as("handler"), c.OPENED_AT, c.PROMISED_AT, c.FIRST_REPLY_AT,
                c.RESOLVED_AT, c.CLOSED_AT, CHANGED, c.PUBLIC_MESSAGE_SNIPPET, WAITS);
    }

    /** When the case last changed as far as its requester sees; notes and priorities move its row too, and neither a list's order nor its places may tell. */
    public static Field<Instant> changed(CaseFile c) {
        return DSL.greatest(c.OPENED_AT, c.STATE_SINCE, c.PUBLIC_MESSAGE_AT);
    }

    /** The title in the language, in bokmål where it has none. */
    public static Field<String> title(Language language) {
        return title(DSL.val(language.code()));
    }

    /** The same in the language of this code. */
    public static Field<String> title(Field<String> language) {
        return TITLE.with(language);
    }

    /** The case is the actor's own. */
    public static Condition own(Actor actor) {
        return Tenant.owns(CASE_FILE.TENANT_ID).and(CaseAccess.party(actor, CASE_FILE));
    }

    /** Reads a row that was selected by {@link #fields}. */
    public static RequesterCase of(Record row) {
        var c = CASE_FILE;
        return new RequesterCase(row.get(c.ID), row.get(c.NUMBER), row.get("said", String.class), CaseState.of(row.get(c.STATE)), row.get(c.STATE_SINCE),
                row.get(c.SERVICE_ID), row.get(c.SERVICE_VERSION), row.get("team", String.class), row.get("handler", String.class), row.get(c.OPENED_AT),
                row.get(c.PROMISED_AT), row.get(c.FIRST_REPLY_AT), row.get(c.RESOLVED_AT), row.get(c.CLOSED_AT), row.get(CHANGED), row.get(c.PUBLIC_MESSAGE_SNIPPET), row.get(WAITS));
    }
}
