package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import no.torg.tenancy.Database;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What the database says that it has done since the beginning. */
record Doings(DataSource pool, Database database) {

    /** How many rows were written to each table, but for those that tell when somebody was seen. */
    Map<String, Long> written() throws InterruptedException {
        var counts = counts("schemaname || '.' || relname as name, n_tup_ins + n_tup_upd + n_tup_del as n", "true");
        counts.keySet().removeAll(List.of("people.session", "people.api_token"));
        assertThat(counts).hasSizeGreaterThan(20);
        return counts;
    }

    /** How often the tallies were read. */
    long talliesRead() throws InterruptedException {
        return counts("relname as name, seq_scan + coalesce(idx_scan, 0) as n", "schemaname = 'metrics' and relname = 'tally'").get("tally");
    }

    private Map<String, Long> counts(String what, String where) throws InterruptedException {
        // a connection that ends tells at once what it has counted
        ((HikariDataSource) ((DelegatingDataSource) pool).getTargetDataSource()).getHikariPoolMXBean().softEvictConnections();
        Thread.sleep(500);
        var counts = new TreeMap<String, Long>();
        database.global().fetch("select " + what + " from pg_stat_user_tables where " + where).forEach(row -> counts.put(row.get("name", String.class), row.get("n", Long.class)));
        return counts;
    }
}
