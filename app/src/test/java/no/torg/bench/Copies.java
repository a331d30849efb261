package no.torg.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into several tables by COPY, the quickest way there is; written in the order the tables were first named. */
final class Copies {

    private final Connection owner;
    private final Map<String, StringBuilder> tables = new LinkedHashMap<>();

    Copies(Connection owner) {
        this.owner = owner;
    }

    /** A row of the first tenant's; {@code into} is the table with its columns after tenant_id. */
    void row(String into, @Nullable Object... values) {
        var rows = tables.computeIfAbsent(into, none -> new StringBuilder(1 << 16)).append('1');
        for (var value : values) {
            rows.append('\t').append(value == null ? "\\N" : value);
        }
        rows.append('\n');
    }

    /** Gives the last row of the table its last value, which was none. */
    void endLast(String table, Object value) {
        var rows = tables.entrySet().stream().filter(one -> one.getKey().startsWith(table + " ")).findFirst().orElseThrow().getValue();
        rows.setLength(rows.length() - "\\N\n".length());
        rows.append(value).append('\n');
    }

    void write() throws SQLException {
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables.entrySet()) {
            var at = table.getKey().indexOf('(') + 1;
            try {
                copy.copyIn("copy " + table.getKey().substring(0, at) + "tenant_id, " + table.getKey().substring(at) + " from stdin", new StringReader(table.getValue().toString()));
            } catch (IOException broken) {
                throw new SQLException(broken);
            }
            table.getValue().setLength(0);
        }
    }
}
