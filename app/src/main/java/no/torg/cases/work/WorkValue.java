package no.torg.cases.work;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.tenancy.Piece;
import no.torg.web.Language;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The values in a list's statement, each in a hole of its own: {@code WAYS} are the teams asked one by one, {@code TEAMS} those the query names. */
enum WorkValue {
    LANGUAGE, PERSON, COVERED, SERVICES, WAYS, TEAMS, HANDLER, PRIORITY, SERVICE, FROM, TO, YEAR, FOUND, KEY, ID;

    static final DataType<UUID[]> UUIDS = SQLDataType.UUID.array();

    /** Where the value stands in a piece. */
    <T> Field<T> hole(DataType<T> type) {
        return Piece.hole(ordinal(), type);
    }

    /** The values of a query, without those it does not have. */
    static Map<WorkValue, Field<?>> of(Actor actor, Language language, WorkQuery query) {
        var values = new EnumMap<WorkValue, Field<?>>(WorkValue.class);
        values.put(LANGUAGE, DSL.val(language.code(), SQLDataType.VARCHAR));
        values.put(PERSON, uuid(actor.id()));
        put(values, COVERED, actor.covered());
        put(values, SERVICES, actor.services());
        put(values, WAYS, ways(actor, query));
        if (query.teams() != null) {
            values.put(TEAMS, uuids(query.teams()));
        }
        if (query.found() != null) {
            values.put(FOUND, uuids(query.found()));
        }
        narrowing(query, values);
        if (query.cursor() != null) {
            values.put(KEY, query.sort().value(query.cursor().key()));
            values.put(ID, uuid(query.cursor().id()));
        }
        return values;
    }

    /** These values in their places. */
    static Field<?>[] inPlace(Map<WorkValue, Field<?>> values) {
        var fields = new Field<?>[values().length];
        values.forEach((value, field) -> fields[value.ordinal()] = field);
        return fields;
    }

    private static void narrowing(WorkQuery query, Map<WorkValue, Field<?>> values) {
        if (query.handler() != null) {
            values.put(HANDLER, uuid(query.handler()));
        }
        if (query.priority() != null) {
            values.put(PRIORITY, DSL.val(query.priority().shortValue(), SQLDataType.SMALLINT));
        }
        if (query.service() != null) {
            values.put(SERVICE, uuid(query.service()));
        }
        if (query.number() != null) {
            values.put(FROM, DSL.val(query.number().from(), SQLDataType.BIGINT));
            values.put(TO, DSL.val(query.number().to(), SQLDataType.BIGINT));
            if (!query.number().year().isEmpty()) {
                values.put(YEAR, DSL.val(query.number().year(), SQLDataType.VARCHAR));
            }
        }
    }

    private static Set<UUID> ways(Actor actor, WorkQuery query) {
        if (query.teams() == null) {
            return actor.covered();
        }
        var teams = new LinkedHashSet<>(actor.covered());
        teams.retainAll(query.teams());
        return teams;
    }

    private static void put(Map<WorkValue, Field<?>> values, WorkValue value, Set<UUID> ids) {
        if (!ids.isEmpty()) {
            values.put(value, uuids(ids));
        }
    }

    private static Field<UUID> uuid(UUID id) {
        return DSL.val(id, SQLDataType.UUID);
    }

    private static Field<UUID[]> uuids(Set<UUID> ids) {
        return DSL.val(ids.toArray(UUID[]::new), UUIDS);
    }
}
