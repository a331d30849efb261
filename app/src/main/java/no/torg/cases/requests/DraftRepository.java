package no.torg.cases.requests;

import static no.torg.db.cases.Tables.REQUEST_DRAFT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.catalog.DraftDates;
import no.torg.events.Moment;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Forms that somebody has begun: one a person and service, as given, right or not. */
@Repository
class DraftRepository implements DraftDates {

    private static final TypeReference<Map<String, Object>> GIVEN = new TypeReference<>() {
    };

    private static final int LARGEST = 256;
    private static final int AT_ONCE = 1_000;

    private final DSLContext db;
    private final JsonMapper json;

    DraftRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What was given, and when it was saved last. */
    record Draft(Map<String, Object> given, Instant savedAt) {
    }

    /** That there is a draft of a service, without what was given. */
    record Begun(UUID service, Instant savedAt) {
    }

    @Override
    public Optional<Instant> savedAt(Actor actor, UUID service) {
        return db.select(REQUEST_DRAFT.SAVED_AT).from(REQUEST_DRAFT)
                .where(Tenant.owns(REQUEST_DRAFT.TENANT_ID), REQUEST_DRAFT.PERSON_ID.eq(actor.id()), REQUEST_DRAFT.SERVICE_ID.eq(service))
                .fetchOptional(REQUEST_DRAFT.SAVED_AT);
    }

    Optional<Draft> of(UUID person, UUID service) {
        return db.selectFrom(REQUEST_DRAFT).where(Tenant.owns(REQUEST_DRAFT.TENANT_ID), REQUEST_DRAFT.PERSON_ID.eq(person), REQUEST_DRAFT.SERVICE_ID.eq(service))
                .fetchOptional(row -> new Draft(json.readValue(row.getGiven().data(), GIVEN), row.getSavedAt()));
    }

    /** The person's drafts, newest first; there are at most as many as services. */
    List<Begun> begun(UUID person) {
        return db.select(REQUEST_DRAFT.SERVICE_ID, REQUEST_DRAFT.SAVED_AT).from(REQUEST_DRAFT)
                .where(Tenant.owns(REQUEST_DRAFT.TENANT_ID), REQUEST_DRAFT.PERSON_ID.eq(person))
                .orderBy(REQUEST_DRAFT.SAVED_AT.desc()).limit(50).fetch(row -> new Begun(row.value1(), row.value2()));
    }

    /** Keeps what is given in place of what was; more than {@link #LARGEST} kilobytes of it are refused. */
    void keep(UUID person, UUID service, Map<String, ?> given) {
        var text = json.writeValueAsString(given);
        if (text.length() > LARGEST * 1024) {
            throw new Refused("cases.requests.draft-too-large", LARGEST);
        }
        var kept = JSONB.valueOf(text);
        db.insertInto(REQUEST_DRAFT).set(REQUEST_DRAFT.TENANT_ID, Tenant.current().id()).set(REQUEST_DRAFT.ID, UuidCreator.getTimeOrderedEpoch())
                .set(REQUEST_DRAFT.PERSON_ID, person).set(REQUEST_DRAFT.SERVICE_ID, service).set(REQUEST_DRAFT.GIVEN, kept)
                .onConflict(REQUEST_DRAFT.TENANT_ID, REQUEST_DRAFT.PERSON_ID, REQUEST_DRAFT.SERVICE_ID).doUpdate()
                .set(REQUEST_DRAFT.GIVEN, kept).set(REQUEST_DRAFT.SAVED_AT, Moment.now()).execute();
    }

    /** Deletes what was last saved before then, a thousand at a time; several nodes may do so at once. */
    void forgetBefore(Instant saved) {
        var old = db.select(REQUEST_DRAFT.ID).from(REQUEST_DRAFT).where(Tenant.owns(REQUEST_DRAFT.TENANT_ID), REQUEST_DRAFT.SAVED_AT.lt(saved)).limit(AT_ONCE);
        int gone;
        do {
            gone = db.deleteFrom(REQUEST_DRAFT).where(Tenant.owns(REQUEST_DRAFT.TENANT_ID), REQUEST_DRAFT.SAVED_AT.lt(saved), REQUEST_DRAFT.ID.in(old)).execute();
        } while (gone == AT_ONCE);
    }

    void forget(UUID person, UUID service) {
        db.deleteFrom(REQUEST_DRAFT).where(Tenant.owns(REQUEST_DRAFT.TENANT_ID), REQUEST_DRAFT.PERSON_ID.eq(person), REQUEST_DRAFT.SERVICE_ID.eq(service)).execute();
    }
}
