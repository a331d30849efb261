package no.torg.tenancy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes many rows of a table in one statement, sent as one value: for whoever moves thousands at a time. The bound tenant's rows. */
@Component
public class Bulk {

    private final DSLContext db;
    private final JsonMapper json;

    Bulk(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A row under way: its columns, all rows the same ones. Values as JSON knows them; a map or list is a jsonb column's. */
    public static final class Row {

        private final Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();

        /** Puts a value in a column. */
        public Row set(Field<?> column, @Nullable Object value) {
            values.put(column, value);
            return this;
        }
    }

    /** Adds the rows; those whose key is taken stay as they are. Gives how many were added. */
    public int insert(Table<?> table, List<Row> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var columns = rows.getFirst().values.keySet().stream().toList();
        var names = DSL.list(columns.stream().map(Field::getUnqualifiedName).map(DSL::field).toList());
        return db.query("insert into {0} (tenant_id, {1}) select {2}, {1} from jsonb_populate_recordset(null::{0}, {3}) on conflict do nothing", table, names,
                DSL.val(Tenant.current().id()), sent(rows)).execute();
    }

    /** Adds the rows; where one with the same key stands, its last column grows by the row's. Each key at most once among the rows. */
    public void add(Table<?> table, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = rows.getFirst().values.keySet().stream().map(Field::getUnqualifiedName).map(DSL::field).toList();
        db.query("insert into {0} as kept (tenant_id, {1}, {2}) select {3}, {1}, {2} from jsonb_populate_recordset(null::{0}, {4})"
                + " on conflict (tenant_id, {1}) do update set {2} = kept.{2} + excluded.{2}", table, DSL.list(columns.subList(0, columns.size() - 1)), columns.getLast(),
                DSL.val(Tenant.current().id()), sent(rows)).execute();
    }

    /** Changes the rows with these keys; the key is the tenant and the first column. */
    public void update(Table<?> table, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = rows.getFirst().values.keySet().stream().map(Field::getUnqualifiedName).toList();
        var set = DSL.list(columns.stream().skip(1).map(name -> DSL.field("{0} = sent.{0}", DSL.field(name))).toList());
        db.query("update {0} as kept set {1} from jsonb_populate_recordset(null::{0}, {2}) as sent where kept.tenant_id = {3} and kept.{4} = sent.{4}", table, set,
                sent(rows), DSL.val(Tenant.current().id()), DSL.field(columns.getFirst())).execute();
    }

    private Field<JSONB> sent(List<Row> rows) {
        var list = rows.stream().map(row -> {
            var sent = new LinkedHashMap<String, @Nullable Object>();
            row.values.forEach((column, value) -> sent.put(column.getName(), value));
            return sent;
        }).toList();
        return DSL.val(JSONB.valueOf(json.writeValueAsString(list)));
    }
}
