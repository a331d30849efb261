package no.torg.events;

import static no.torg.db.events.Tables.DELIVERY;
import static no.torg.db.events.Tables.EVENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The log's writing end: events and their deliveries, in the transaction of the fact. */
@Component
public class EventLog {

    private final DSLContext db;
    private final JsonMapper json;
    private final Wake wake;
    private final Map<String, List<Consumer>> consumersByType = new HashMap<>();

    EventLog(DSLContext db, JsonMapper json, Wake wake, List<Consumer> consumers) {
        this.db = db;
        this.json = json;
        this.wake = wake;
        consumers.forEach(consumer -> consumer.types().forEach(type -> consumersByType.computeIfAbsent(type, none -> new ArrayList<>()).add(consumer)));
    }

    /** Writes the events in this order; needs a transaction, after whose commit deliveries and followers wake. */
    public void append(NewEvent... events) {
        append(List.of(events));
    }

    /** Writes the events in this order; needs a transaction, after whose commit deliveries and followers wake. */
    public void append(Collection<NewEvent> events) {
        db.batch(inserts(events)).execute();
        wakeAfterCommit();
    }

    /** The same as statements, for a caller that sends one batch with its own rows; it must call {@link #wakeAfterCommit()}. */
    public List<Query> inserts(Collection<NewEvent> events) {
        var inserts = new ArrayList<Query>();
        for (var event : events) {
            inserts.add(insert(event));
            for (var consumer : consumersByType.getOrDefault(event.type(), List.of())) {
                inserts.add(delivery(event, consumer));
            }
        }
        return inserts;
    }

    /** Wakes deliveries and followers once this transaction has committed. */
    public void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("The log is written in the transaction of the fact");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.now();
            }
        });
    }

    private Query insert(NewEvent event) {
        return db.insertInto(EVENT)
                .columns(EVENT.TENANT_ID, EVENT.ID, EVENT.SUBJECT_KIND, EVENT.SUBJECT_ID, EVENT.TYPE, EVENT.INTERNAL, EVENT.ACTOR_ID, EVENT.ON_BEHALF_OF,
                        EVENT.AT, EVENT.ORIGIN, EVENT.DATA)
                .values(Tenant.current().id(), event.id(), event.subjectKind(), event.subject(), event.type(), event.internal(), event.actor(),
                        event.onBehalfOf(), event.at(), event.origin(), JSONB.valueOf(json.writeValueAsString(event.data())));
    }

    private Query delivery(NewEvent event, Consumer consumer) {
        var due = consumer.due(event);
        var now = Instant.now();
        return db.insertInto(DELIVERY).columns(DELIVERY.TENANT_ID, DELIVERY.CONSUMER, DELIVERY.EVENT_ID, DELIVERY.NEXT_TRY_AT)
                .values(Tenant.current().id(), consumer.name(), event.id(), due.isBefore(now) ? now : due);
    }
}
