package no.torg.events;

import static no.torg.db.events.Tables.DELIVERY;
import static no.torg.db.events.Tables.EVENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The log's reading end for whoever counts anew: all that a consumer has been delivered, from the beginning. */
@Component
public class History {

    private static final int AT_ONCE = 2_000;

    private final DSLContext db;
    private final EventRows rows;

    History(DSLContext db, JsonMapper json) {
        this.db = db;
        this.rows = new EventRows(json);
    }

    /** Gives every event of the bound tenant that the consumer has taken, in no order and in bounded memory; needs the reader's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void delivered(Consumer consumer, java.util.function.Consumer<Event> reader) {
        var waiting = DSL.selectOne().from(DELIVERY).where(Tenant.owns(DELIVERY.TENANT_ID), DELIVERY.CONSUMER.eq(consumer.name()), DELIVERY.EVENT_ID.eq(EVENT.ID));
        try (var found = db.select(EventRows.FIELDS).from(EVENT)
                .where(Tenant.owns(EVENT.TENANT_ID), EVENT.TYPE.in(consumer.types()), DSL.notExists(waiting)).fetchSize(AT_ONCE).fetchLazy()) {
            found.forEach(row -> reader.accept(rows.event(row)));
        }
    }

    /** The events of a type that the subjects of the bound tenant have, in no order. */
    public List<Event> of(Collection<UUID> subjects, String type) {
        return rows.events(db.select(EventRows.FIELDS).from(EVENT)
                .where(Tenant.owns(EVENT.TENANT_ID), EVENT.SUBJECT_ID.eq(DSL.any(subjects.toArray(UUID[]::new))), EVENT.TYPE.eq(type)));
    }

    /** Those of the subjects to which something has happened that was not imported. */
    public Set<UUID> lived(Collection<UUID> subjects) {
        return db.selectDistinct(EVENT.SUBJECT_ID).from(EVENT).where(Tenant.owns(EVENT.TENANT_ID), EVENT.SUBJECT_ID.eq(DSL.any(subjects.toArray(UUID[]::new))),
                EVENT.ORIGIN.ne("import")).fetchSet(EVENT.SUBJECT_ID);
    }

    /** Gives every event of a type of the bound tenant, all of a subject together, in bounded memory; needs the reader's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bySubject(String type, java.util.function.Consumer<List<Event>> reader) {
        together(EVENT.TYPE.eq(type), EVENT.AT, reader);
    }

    /**
     * Gives every event of the bound tenant's subjects of a kind after one subject and up to another, null for no bound: all of a subject together,
     * in the order they were written, in bounded memory; needs the reader's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void written(String kind, @Nullable UUID after, @Nullable UUID upTo, java.util.function.Consumer<List<Event>> reader) {
        var from = after == null ? DSL.noCondition() : EVENT.SUBJECT_ID.gt(after);
        together(EVENT.SUBJECT_KIND.eq(kind).and(from).and(upTo == null ? DSL.noCondition() : EVENT.SUBJECT_ID.le(upTo)), EVENT.RECORDED_AT, reader);
    }

    private void together(Condition which, Field<Instant> order, java.util.function.Consumer<List<Event>> reader) {
        var together = new ArrayList<Event>();
        try (var found = db.select(EventRows.FIELDS).from(EVENT).where(Tenant.owns(EVENT.TENANT_ID), which).orderBy(EVENT.SUBJECT_ID, order, EVENT.ID)
                .fetchSize(AT_ONCE).fetchLazy()) {
            for (var row : found) {
                var event = rows.event(row);
                if (!together.isEmpty() && !together.getFirst().subject().equals(event.subject())) {
                    reader.accept(List.copyOf(together));
                    together.clear();
                }
                together.add(event);
            }
        }
        if (!together.isEmpty()) {
            reader.accept(List.copyOf(together));
        }
    }
}
