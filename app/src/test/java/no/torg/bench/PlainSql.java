package no.torg.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The yardstick for pages: only the rows they show, by one prepared statement over eight connections, past row security. */
final class PlainSql {

    static final String LIST = """
            select c.*, p.name from cases.case_file c join people.person p on p.tenant_id = c.tenant_id and p.id = c.requester_id
            where c.tenant_id = 1 and c.team_id = ? and c.resolved_at is null order by c.updated_at desc, c.id desc limit 50""";
    static final String CASE = """
            select c.*, m.* from cases.case_file c join conversations.message m on m.tenant_id = c.tenant_id and m.thread_id = c.id where c.tenant_id = 1 and c.number = ? order by m.seq""";

    private static final int CLIENTS = 8;
    private static final int TIMES = 1_000;

    private PlainSql() {
    }

    /** The p95 in milliseconds of asking for something at random. */
    static double p95(Server server, String sql, Asks asks) throws Exception {
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            var works = new ArrayList<Callable<long[]>>();
            for (int i = 0; i < CLIENTS; i++) {
                works.add(() -> {
                    try (var owner = server.connect("postgres"); var ask = owner.prepareStatement(sql)) {
                        times(ask, sql, asks, TIMES / 5);
                        return times(ask, sql, asks, TIMES);
                    }
                });
            }
            var all = new ArrayList<long[]>();
            for (var done : pool.invokeAll(works)) {
                all.add(done.get());
            }
            var sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return sorted[sorted.length * 95 / 100] / 1e6;
        }
    }

    private static long[] times(PreparedStatement ask, String sql, Asks asks, int times) throws SQLException {
        var took = new long[times];
        for (int i = 0; i < times; i++) {
            var any = asks.any();
            var begun = System.nanoTime();
            ask.setObject(1, sql.equals(LIST) ? any.team() : any.number());
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    rows.getString(3);
                }
            }
            took[i] = System.nanoTime() - begun;
        }
        return took;
    }
}
