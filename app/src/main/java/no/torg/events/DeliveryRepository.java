package no.torg.events;

import static no.torg.db.events.Tables.CONSUMER;
import static no.torg.db.events.Tables.DELIVERY;
import static no.torg.db.events.Tables.EVENT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import no.torg.tenancy.Database;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The deliveries' rows: what is due over all tenants, and taking, removing and putting off within one. */
@Repository
class DeliveryRepository {

    /** After so many tries, with a back-off that doubles from two seconds, a delivery is parked: about half an hour. */
    static final int TRIES = 10;
    private static final int REASON = 500;

    private final DSLContext db;
    private final DSLContext across;
    private final DSLContext global;
    private final EventRows rows;

    DeliveryRepository(DSLContext db, Database database, JsonMapper json) {
        this.db = db;
        this.across = database.worker();
        this.global = database.global();
        this.rows = new EventRows(json);
    }

    record Due(int tenant, String consumer) {
    }

    void subscribe(List<Consumer> consumers) {
        consumers.forEach(consumer -> global.insertInto(CONSUMER).columns(CONSUMER.NAME).values(consumer.name()).onConflictDoNothing().execute());
    }

    List<Due> due() {
        return across.selectDistinct(DELIVERY.TENANT_ID, DELIVERY.CONSUMER).from(DELIVERY)
                .where(DELIVERY.PARKED_REASON.isNull(), DELIVERY.NEXT_TRY_AT.le(Instant.now()))
                .fetch(row -> new Due(row.value1(), row.value2()));
    }

    Deliveries.Backlog backlog() {
        var parked = DELIVERY.PARKED_REASON.isNotNull();
        var due = parked.not().and(DELIVERY.NEXT_TRY_AT.le(Instant.now()));
        return across.select(DSL.count().filterWhere(due), DSL.count().filterWhere(parked.not().and(DELIVERY.NEXT_TRY_AT.gt(Instant.now()))),
                DSL.count().filterWhere(parked)).from(DELIVERY).fetchSingle(row -> new Deliveries.Backlog(row.value1(), row.value2(), row.value3()));
    }

    /** Locks up to {@code size} due deliveries and gives their events in the log's order. */
    List<Event> take(Consumer consumer, int size) {
        return rows.events(db.select(EventRows.FIELDS).from(DELIVERY)
                .join(EVENT).on(EVENT.TENANT_ID.eq(DELIVERY.TENANT_ID), EVENT.ID.eq(DELIVERY.EVENT_ID))
                .where(Tenant.owns(DELIVERY.TENANT_ID), DELIVERY.CONSUMER.eq(consumer.name()), DELIVERY.PARKED_REASON.isNull(),
                        DELIVERY.NEXT_TRY_AT.le(Instant.now()), consumer.ordered() ? firstOfItsSubject() : DSL.noCondition())
                .orderBy(DELIVERY.EVENT_ID).limit(size)
                .forUpdate().of(DELIVERY).skipLocked());
    }

    void remove(Consumer consumer, List<Event> events) {
        db.deleteFrom(DELIVERY).where(those(consumer, events)).execute();
    }

    void putOff(Consumer consumer, List<Event> events, String reason) {
        var shortened = reason.length() > REASON ? reason.substring(0, REASON) : reason;
        var backOff = DSL.field("now() + (interval '2 seconds' * power(2, {0}))", Instant.class, DELIVERY.TRIES);
        db.update(DELIVERY).set(DELIVERY.TRIES, DELIVERY.TRIES.plus(1)).set(DELIVERY.NEXT_TRY_AT, backOff)
                .set(DELIVERY.PARKED_REASON, DSL.when(DELIVERY.TRIES.ge(TRIES - 1), shortened))
                .where(those(consumer, events)).execute();
    }

    private static Condition those(Consumer consumer, List<Event> events) {
        return Tenant.owns(DELIVERY.TENANT_ID).and(DELIVERY.CONSUMER.eq(consumer.name()))
                .and(DELIVERY.EVENT_ID.eq(DSL.any(events.stream().map(Event::id).toArray(UUID[]::new))));
    }

    private Condition firstOfItsSubject() {
        var earlier = DELIVERY.as("earlier");
        var before = EVENT.as("before");
        return DSL.notExists(db.selectOne().from(earlier)
                .join(before).on(before.TENANT_ID.eq(earlier.TENANT_ID), before.ID.eq(earlier.EVENT_ID))
                .where(earlier.TENANT_ID.eq(DELIVERY.TENANT_ID), earlier.CONSUMER.eq(DELIVERY.CONSUMER), before.SUBJECT_ID.eq(EVENT.SUBJECT_ID),
                        earlier.EVENT_ID.lt(DELIVERY.EVENT_ID), earlier.TRIES.gt(0)));
    }
}
