package no.torg.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import no.torg.tenancy.Tenant;

/**
 * Fills the first tenant with many cases as five years of use would leave them, two writers at once, by COPY into tables without their secondary
 * indexes; these, the sums of the figures and the queues' counts come at the end. Nothing follows of it: no deliveries, as of cases long done.
 */
final class Filling {

    private static final int CHUNK = 2_500;
    private static final int WRITERS = 2;
    private static final int MANY_SUMS = 400_000;
    private static final Duration YEARS = Duration.ofDays(5 * 365);
    private static final List<String> TABLES = List.of("cases.case_file", "cases.case_answers", "cases.case_wait", "cases.case_closure", "cases.case_team",
            "conversations.thread", "conversations.message", "conversations.message_file", "events.event", "metrics.occurrence", "metrics.tally");

    private final Server server;
    private final Tenant tenant;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    Filling(Server server, Tenant tenant) {
        this.server = server;
        this.tenant = tenant;
    }

    /** Fills an empty folder with so many cases; its application is not to run meanwhile. */
    void cases(int wanted) throws Exception {
        try (var owner = quick()) {
            new Fill(owner).people(Math.max(Fill.REQUESTERS, wanted / 20));
            run(owner, "create schema bench", "create unlogged table bench.tally (like metrics.tally)");
            var first = number(owner, "select nextval('tenancy.number_1')");
            run(owner, "select setval('tenancy.number_1', " + (first + wanted) + ")");
            var indexes = indexes(owner);
            run(owner, indexes.stream().map(index -> "drop index " + index.name()).toArray(String[]::new));
            write(Cast.of(owner), wanted, first);
            finish(indexes);
        }
    }

    private record Index(String name, String definition) {
    }

    private static List<Index> indexes(Connection owner) throws SQLException {
        var indexes = new ArrayList<Index>();
        try (var ask = owner.prepareStatement("select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid = any(?::regclass[]) "
                + "and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid) order by 1")) {
            ask.setArray(1, owner.createArrayOf("text", TABLES.toArray()));
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    indexes.add(new Index(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return indexes;
    }

    private void write(Cast cast, int wanted, long first) throws Exception {
        var chunks = new AtomicLong();
        var writers = new ArrayList<Callable<Void>>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(() -> tenant.call(() -> {
                writer(cast, wanted, first, chunks);
                return null;
            }));
        }
        together(writers);
    }

    private void writer(Cast cast, int wanted, long first, AtomicLong chunks) throws SQLException {
        try (var owner = quick()) {
            owner.setAutoCommit(false);
            var copies = new Copies(owner);
            var tallied = new Tallied(copies);
            for (long from = chunks.getAndIncrement() * CHUNK; from < wanted; from = chunks.getAndIncrement() * CHUNK) {
                // so that the same folder comes of the same size, whichever writer takes the chunk
                var random = new Random(from);
                var vocabulary = new Vocabulary(random);
                var trace = new Trace(copies, tallied, random);
                for (long nth = from; nth < Math.min(wanted, from + CHUNK); nth++) {
                    var life = new Life(nth, opened(nth, wanted, random), now, trace, cast, random, vocabulary);
                    life.live();
                    rows(copies, life, first + nth, cast);
                }
                tallied.hand(MANY_SUMS);
                copies.write();
                owner.commit();
                if (from % 100_000 == 0) {
                    System.out.printf("Filled %,d of %,d%n", from, wanted);
                }
            }
            tallied.hand(1);
            copies.write();
            owner.commit();
        }
    }

    /** More of them lately, as use grows; the last of all a minute ago. */
    private Instant opened(long nth, int wanted, Random random) {
        var share = 1 - Math.pow((double) (nth + 1) / wanted, 0.7);
        return now.minusSeconds(60 + (long) (YEARS.toSeconds() * share) + random.nextInt(600)).plusNanos(1_000L * random.nextInt(1_000_000));
    }

    private static void rows(Copies copies, Life life, long seq, Cast cast) {
        var title = life.text.substring(0, life.text.indexOf(' ', Math.min(50, life.text.length() / 2)));
        var dueNow = life.state.equals("waiting") ? Life.NEVER : life.firstReply == null ? life.opened.plus(Duration.ofHours(4)) : life.due;
        copies.row("cases.case_file (id, number, seq, service_id, service_version, kind, title, title_key, requester_id, unit_id, team_id, handler_id, state, state_since, impact, "
                        + "urgency, priority, channel, opened_at, due_at, promised_at, first_reply_due_at, resolution_due_at, first_reply_at, resolved_at, closed_at, updated_at, "
                        + "last_message_at, last_message_by, last_message_snippet, last_message_internal, public_message_at, public_message_by, public_message_snippet, "
                        + "last_message_seq, public_message_seq, hand_overs, returns, reopenings)",
                life.id, "%s-%06d".formatted(life.opened.toString().substring(0, 4), seq), seq, life.service.id(), life.service.version(), "inquiry",
                "{\"nb\":\"%1$s\",\"nn\":\"%1$s\",\"en\":\"%1$s\"}".formatted(title), "case-title", life.requester, cast.unit(), life.team, life.handler, life.state, life.since,
                "individual", "normal", life.priority, life.channel, life.opened, dueNow, life.due, life.opened.plus(Duration.ofHours(4)), life.due, life.firstReply,
                life.resolved, life.closed, life.at, life.last.at(), life.last.by(), life.last.snippet(), life.last.internal(), life.open.at(), life.open.by(),
                life.open.snippet(), life.last.seq(), life.open.seq(), life.handOvers, life.returns, life.reopenings);
        copies.row("cases.case_answers (case_id, answers)", life.id, "{\"description\":\"" + life.text + "\"}");
        copies.row("conversations.thread (id, kind, subject_id, last_seq)", life.id, "case", life.id, life.last.seq());
        life.teams.forEach(team -> copies.row("cases.case_team (case_id, team_id)", life.id, team));
    }

    private void finish(List<Index> indexes) throws Exception {
        System.out.println("Indexing, counting, analysing");
        var works = new ArrayList<Callable<Void>>();
        works.add(() -> alone("insert into metrics.tally (tenant_id, measure, scope_id, part_id, day, label, minutes, n) select tenant_id, measure, scope_id, part_id, day, label, "
                + "minutes, sum(n) from bench.tally group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0 order by day on conflict (tenant_id, measure, scope_id, day, part_id, label, minutes) "
                + "do update set n = tally.n + excluded.n", "insert into metrics.month_sum (tenant_id, measure, scope_id, month, part_id, n) "
                + "select tenant_id, measure, scope_id, date_trunc('month', day::timestamp)::date, part_id, sum(n) from metrics.tally where measure like '%.backlog' "
                + "group by 1, 2, 3, 4, 5 on conflict (tenant_id, measure, scope_id, month, part_id) do update set n = excluded.n", "drop schema bench cascade"));
        indexes.forEach(index -> works.add(() -> alone(index.definition())));
        together(works);
        alone("insert into cases.queue_count (tenant_id, team_id, open, unassigned) select tenant_id, team_id, count(*), count(*) filter (where handler_id is null) "
                + "from cases.case_file where tenant_id = 1 and resolved_at is null group by 1, 2 on conflict (tenant_id, team_id) do update "
                + "set open = excluded.open, unassigned = excluded.unassigned", "delete from cases.queue_delta where tenant_id = 1", "vacuum analyze", "checkpoint");
    }

    private Void alone(String... statements) throws SQLException, IOException {
        try (var owner = quick()) {
            run(owner, statements);
        }
        return null;
    }

    private static void together(List<Callable<Void>> works) throws Exception {
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            for (var done : pool.invokeAll(works)) {
                done.get();
            }
        }
    }

    /** A connection that neither waits for the disk nor checks foreign keys; for this session only, so nothing is to be restored. */
    private Connection quick() throws SQLException {
        try {
            var owner = server.connect("postgres");
            run(owner, "set synchronous_commit = off", "set session_replication_role = replica", "set maintenance_work_mem = '512MB'", "set work_mem = '256MB'");
            return owner;
        } catch (IOException broken) {
            throw new SQLException(broken);
        }
    }

    private static void run(Connection owner, String... statements) throws SQLException {
        try (var statement = owner.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
