package no.torg.events;

import static no.torg.db.events.Tables.DELIVERY;
import static no.torg.db.events.Tables.EVENT;

import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
}
