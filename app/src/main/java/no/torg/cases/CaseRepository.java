package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_ANSWERS;
import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_TEAM;
import static no.torg.db.cases.Tables.REQUEST_KEY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The case's row: made, locked for a change, and changed. */
@Repository
class CaseRepository {

    private static final List<SelectField<?>> FIELDS = List.of(CASE_FILE.ID, CASE_FILE.NUMBER, CASE_FILE.SERVICE_ID, CASE_FILE.SERVICE_VERSION,
            CASE_FILE.REQUESTER_ID, CASE_FILE.TEAM_ID, CASE_FILE.HANDLER_ID, CASE_FILE.STATE, CASE_FILE.STATE_SINCE, CASE_FILE.IMPACT, CASE_FILE.URGENCY,
            CASE_FILE.PRIORITY, CASE_FILE.OPENED_AT, CASE_FILE.FIRST_REPLY_DUE_AT, CASE_FILE.RESOLUTION_DUE_AT, CASE_FILE.PROMISED_AT,
            CASE_FILE.FIRST_REPLY_AT, CASE_FILE.RESOLVED_AT, CASE_FILE.CLOSED_AT, CASE_FILE.HAND_OVERS, CASE_FILE.RETURNS, CASE_FILE.REOPENINGS, CASE_FILE.CHANNEL, CASE_FILE.LABELS);

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private final DSLContext db;
    private final JsonMapper json;

    CaseRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The next of the tenant's human numbers; gaps are fine. */
    long nextNumber() {
        var sequence = DSL.sequence(DSL.name("tenancy", "number_" + Tenant.current().id()), Long.class);
        return db.select(sequence.nextval()).fetchSingle().value1();
    }

    void insert(UUID id, String number, long seq, NewCase made, String snippet) {
        var c = CASE_FILE;
        db.insertInto(c)
                .set(c.TENANT_ID, Tenant.current().id()).set(c.ID, id).set(c.NUMBER, number).set(c.SEQ, seq)
                .set(c.SERVICE_ID, made.service()).set(c.SERVICE_VERSION, made.serviceVersion()).set(c.KIND, made.kind())
                .set(c.TITLE, jsonb(made.titles())).set(c.TITLE_KEY, made.titleKey()).set(c.TITLE_ARGS, jsonb(made.titleArgs()))
                .set(c.REQUESTER_ID, made.requester()).set(c.UNIT_ID, made.unit()).set(c.TEAM_ID, made.team())
                .set(c.STATE, CaseState.NEW.code()).set(c.STATE_SINCE, made.at()).set(c.IMPACT, made.impact()).set(c.URGENCY, made.urgency())
                .set(c.PRIORITY, (short) made.priority()).set(c.CHANNEL, made.channel()).set(c.OPENED_AT, made.at()).set(c.UPDATED_AT, made.at())
                .set(c.DUE_AT, Times.stored(made.firstReplyDue() == null ? made.resolutionDue() : made.firstReplyDue()))
                .set(c.FIRST_REPLY_DUE_AT, Times.stored(made.firstReplyDue())).set(c.RESOLUTION_DUE_AT, Times.stored(made.resolutionDue()))
                .set(c.PROMISED_AT, Times.stored(made.promised()))
                .set(c.LAST_MESSAGE_AT, made.at()).set(c.LAST_MESSAGE_BY, made.requester()).set(c.LAST_MESSAGE_SNIPPET, snippet)
                .set(c.PUBLIC_MESSAGE_AT, made.at()).set(c.PUBLIC_MESSAGE_BY, made.requester()).set(c.PUBLIC_MESSAGE_SNIPPET, snippet)
                .set(c.LAST_MESSAGE_SEQ, 1).set(c.PUBLIC_MESSAGE_SEQ, 1)
                .execute();
        db.insertInto(CASE_ANSWERS).columns(CASE_ANSWERS.TENANT_ID, CASE_ANSWERS.CASE_ID, CASE_ANSWERS.ANSWERS)
                .values(Tenant.current().id(), id, jsonb(made.answers())).execute();
    }

    /** Takes the key for the case; false where the person used it before. */
    boolean takeKey(UUID person, String key, UUID caseId) {
        return db.insertInto(REQUEST_KEY).columns(REQUEST_KEY.TENANT_ID, REQUEST_KEY.PERSON_ID, REQUEST_KEY.KEY, REQUEST_KEY.CASE_ID)
                .values(Tenant.current().id(), person, key, caseId).onConflictDoNothing().execute() == 1;
    }

    /** The number of the case that the person's key became. */
    Optional<Opened> ofKey(UUID person, String key) {
        return db.select(CASE_FILE.ID, CASE_FILE.NUMBER, CASE_FILE.OPENED_AT).from(REQUEST_KEY)
                .join(CASE_FILE).on(CASE_FILE.TENANT_ID.eq(REQUEST_KEY.TENANT_ID), CASE_FILE.ID.eq(REQUEST_KEY.CASE_ID))
                .where(Tenant.owns(REQUEST_KEY.TENANT_ID), REQUEST_KEY.PERSON_ID.eq(person), REQUEST_KEY.KEY.eq(key))
                .fetchOptional(row -> new Opened(row.value1(), row.value2(), row.value3()));
    }

    /** The case that the actor may see, locked for a change; hidden and missing alike are not found. */
    CaseFile lock(Actor actor, String number) {
        return db.select(FIELDS).select(DSL.field(CaseAccess.party(actor, CASE_FILE)).as("party")).from(CASE_FILE)
                .where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.NUMBER.eq(number), CaseAccess.visible(actor))
                .forNoKeyUpdate().fetchOptional(this::caseFile).orElseThrow(() -> new NotFound("case " + number));
    }

    /** The id of the case that the actor may see, nothing locked. */
    UUID idOf(Actor actor, String number) {
        return db.select(CASE_FILE.ID).from(CASE_FILE).where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.NUMBER.eq(number), CaseAccess.visible(actor))
                .fetchOptional(CASE_FILE.ID).orElseThrow(() -> new NotFound("case " + number));
    }

    /** The case by id, locked; for effects that follow from the log. */
    Optional<CaseFile> lock(UUID id) {
        return db.select(FIELDS).select(DSL.inline(false).as("party")).from(CASE_FILE)
                .where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.ID.eq(id)).forNoKeyUpdate().fetchOptional(this::caseFile);
    }

    /** Remembers that these teams have had the case; gives whether the second had it before. */
    boolean passed(UUID caseId, UUID from, UUID to) {
        var t = CASE_TEAM;
        var kept = db.insertInto(t, t.TENANT_ID, t.CASE_ID, t.TEAM_ID).values(Tenant.current().id(), caseId, from).values(Tenant.current().id(), caseId, to)
                .onConflictDoNothing().returning(t.TEAM_ID).fetch(t.TEAM_ID);
        return !kept.contains(to);
    }

    /** The texts without one of them. */
    static Field<JSONB> without(Field<JSONB> texts, String... names) {
        return DSL.field("{0} - {1}", JSONB.class, texts, DSL.array(names));
    }

    /** The beginning of a change to the case's row, which always moves {@code updated_at}. */
    UpdateSetMoreStep<?> change(Instant at) {
        return db.update(CASE_FILE).set(CASE_FILE.UPDATED_AT, at);
    }

    /** Its end. */
    void save(CaseFile file, UpdateSetMoreStep<?> change) {
        change.where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.ID.eq(file.id())).execute();
    }

    private JSONB jsonb(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private CaseFile caseFile(Record row) {
        var c = CASE_FILE;
        var clocks = new CaseFile.Clocks(row.get(c.FIRST_REPLY_DUE_AT), row.get(c.RESOLUTION_DUE_AT), row.get(c.PROMISED_AT), row.get(c.FIRST_REPLY_AT));
        var labels = row.get(c.LABELS).data();
        var course = new CaseFile.Course(row.get(c.HAND_OVERS), row.get(c.RETURNS), row.get(c.REOPENINGS), row.get(c.CHANNEL), labels.equals("{}") ? Map.of() : json.readValue(labels, TEXTS));
        return new CaseFile(row.get(c.ID), row.get(c.NUMBER), row.get(c.SERVICE_ID), row.get(c.SERVICE_VERSION), row.get(c.REQUESTER_ID), row.get(c.TEAM_ID),
                row.get(c.HANDLER_ID), CaseState.of(row.get(c.STATE)), row.get(c.STATE_SINCE), row.get(c.IMPACT), row.get(c.URGENCY), row.get(c.PRIORITY),
                row.get(c.OPENED_AT), clocks, row.get(c.RESOLVED_AT), row.get(c.CLOSED_AT), course, row.get("party", Boolean.class));
    }

    /** A case just opened, or opened before with the same key. */
    record Opened(UUID id, String number, Instant at) {
    }
}
