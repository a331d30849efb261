package no.torg.events;

import static no.torg.db.events.Tables.EVENT;

import java.util.List;

import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the log into events. */
record EventRows(JsonMapper json) {

    static final List<SelectField<?>> FIELDS = fields(EVENT.DATA);

    /** The same without what imported events say, which is much and of which nobody is told. */
    static final List<SelectField<?>> NEWS = fields(DSL.when(EVENT.ORIGIN.eq(EventLog.IMPORT), JSONB.valueOf("{}")).otherwise(EVENT.DATA).as(EVENT.DATA));

    private static List<SelectField<?>> fields(SelectField<JSONB> data) {
        return List.of(EVENT.TENANT_ID, EVENT.ID, EVENT.SUBJECT_KIND, EVENT.SUBJECT_ID, EVENT.TYPE, EVENT.INTERNAL, EVENT.ACTOR_ID, EVENT.ON_BEHALF_OF, EVENT.AT,
                EVENT.ORIGIN, data);
    }

    List<Event> events(ResultQuery<? extends Record> query) {
        return query.fetch().map(this::event);
    }

    Event event(Record row) {
        return new Event(row.get(EVENT.TENANT_ID), row.get(EVENT.ID), row.get(EVENT.SUBJECT_KIND), row.get(EVENT.SUBJECT_ID), row.get(EVENT.TYPE),
                row.get(EVENT.INTERNAL), row.get(EVENT.ACTOR_ID), row.get(EVENT.ON_BEHALF_OF), row.get(EVENT.AT), row.get(EVENT.ORIGIN),
                json.readTree(row.get(EVENT.DATA).data()));
    }
}
