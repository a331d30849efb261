package no.torg.events;

import static no.torg.db.events.Tables.DELIVERY;
import static no.torg.db.events.Tables.EPOCH;
import static no.torg.db.events.Tables.EVENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import no.torg.tenancy.Bulk;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The log's writing end: events and their deliveries, in the transaction of the fact. */
@Component
public class EventLog {

    static final String IMPORT = "import";

    private final DSLContext db;
    private final Bulk bulk;
    private final JsonMapper json;
    private final Wake wake;
    private final Map<String, List<Consumer>> consumersByType = new HashMap<>();

    EventLog(DSLContext db, Bulk bulk, JsonMapper json, Wake wake, List<Consumer> consumers) {
        this.db = db;
        this.bulk = bulk;
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
        for (var event : events) {
            insert(event);
            deliver(event, consumersByType.getOrDefault(event.type(), List.of()));
        }
        wakeAfterCommit();
    }

    /**
     * Writes events that an import brings, under ids that say which they are: one that is there already is not written again. Nothing is delivered,
     * for what was imported has no effects; gives how many were new. Needs a transaction.
     */
    public int appendImported(Collection<NewEvent> events) {
        // asked once: the column's default asks for every row
        var epoch = db.select(EPOCH.EPOCH_).from(EPOCH).fetchSingle().value1();
        var added = bulk.insert(EVENT, events.stream().map(event -> new Bulk.Row().set(EVENT.ID, event.id()).set(EVENT.SUBJECT_KIND, event.subjectKind())
                .set(EVENT.SUBJECT_ID, event.subject()).set(EVENT.TYPE, event.type()).set(EVENT.INTERNAL, event.internal()).set(EVENT.ACTOR_ID, event.actor())
                .set(EVENT.AT, event.at()).set(EVENT.EPOCH, epoch).set(EVENT.ORIGIN, IMPORT).set(EVENT.DATA, event.data())).toList());
        wakeAfterCommit();
        return added;
    }

    private void wakeAfterCommit() {
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

    private void insert(NewEvent event) {
        db.insertInto(EVENT)
                .columns(EVENT.TENANT_ID, EVENT.ID, EVENT.SUBJECT_KIND, EVENT.SUBJECT_ID, EVENT.TYPE, EVENT.INTERNAL, EVENT.ACTOR_ID, EVENT.ON_BEHALF_OF,
                        EVENT.AT, EVENT.ORIGIN, EVENT.DATA)
                .values(Tenant.current().id(), event.id(), event.subjectKind(), event.subject(), event.type(), event.internal(), event.actor(),
                        event.onBehalfOf(), event.at(), event.origin(), JSONB.valueOf(json.writeValueAsString(event.data())))
                .execute();
    }

    private void deliver(NewEvent event, List<Consumer> consumers) {
        if (consumers.isEmpty()) {
            return;
        }
        var now = Instant.now();
        var names = new ArrayList<String>();
        var dues = new ArrayList<Instant>();
        for (var consumer : consumers) {
            var due = consumer.due(event);
            if (due != null) {
                names.add(consumer.name());
                dues.add(due.isBefore(now) ? now : due);
            }
        }
        if (names.isEmpty()) {
            return;
        }
        db.insertInto(DELIVERY, DELIVERY.TENANT_ID, DELIVERY.CONSUMER, DELIVERY.EVENT_ID, DELIVERY.NEXT_TRY_AT)
                .select(db.select(DSL.val(Tenant.current().id()), DSL.field("unnest({0})", String.class, DSL.val(names.toArray(String[]::new))), DSL.val(event.id()),
                        DSL.field("unnest({0})", Instant.class, DSL.val(dues.toArray(Instant[]::new), SQLDataType.INSTANT.array()))))
                .execute();
    }
}
