package no.torg.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import com.github.f4b6a3.uuid.UuidCreator;

/** Fills the first tenant with many cases as years of use would leave them: skewed teams, a Zipf vocabulary, states and ages of all kinds. */
final class Fill {

    static final int TEAMS = 40;
    static final int WORKERS = 200;
    static final int REQUESTERS = 5_000;
    private static final int BATCH = 2_000;

    private final Connection owner;
    private final Random random = new Random(20261124);
    private final Vocabulary vocabulary = new Vocabulary(random);
    private final List<UUID> teams = new ArrayList<>();
    private final List<UUID> workers = new ArrayList<>();
    private final List<UUID> requesters = new ArrayList<>();

    Fill(Connection owner) {
        this.owner = owner;
    }

    /** The session token of the nth worker or requester; its hash is among the sessions. */
    static String token(String kind, int nth) {
        return "bench-" + kind + "-" + nth;
    }

    /** Fills up to so many cases; gives false where the folder has them already. */
    boolean cases(int wanted) throws SQLException {
        var have = number("select count(*) from cases.case_file where tenant_id = 1");
        if (have >= wanted) {
            return false;
        }
        owner.setAutoCommit(false);
        people();
        for (long done = have; done < wanted; done += BATCH) {
            batch((int) Math.min(BATCH, wanted - done));
            owner.commit();
        }
        counts();
        owner.commit();
        owner.setAutoCommit(true);
        execute("analyze");
        return true;
    }

    /** The teams, workers and requesters alone. */
    void people() throws SQLException {
        var unit = text("select id::text from people.unit where tenant_id = 1 order by id limit 1");
        for (int i = 0; i < TEAMS; i++) {
            teams.add(UuidCreator.getTimeOrderedEpoch());
            execute("insert into people.team (tenant_id, id, unit_id, path, name) values (1, '%1$s', '%2$s', array['%1$s'::uuid], 'Bench team %3$d')"
                    .formatted(teams.get(i), unit, i));
        }
        persons(workers, "worker", WORKERS);
        persons(requesters, "requester", REQUESTERS);
        for (int i = 0; i < WORKERS; i++) {
            for (int nth = 0; nth <= random.nextInt(3); nth++) {
                execute("insert into people.role (tenant_id, id, person_id, role, scope_kind, scope_id) values (1, '%s', '%s', 'case-worker', 'team', '%s')"
                        .formatted(UuidCreator.getTimeOrderedEpoch(), workers.get(i), teams.get(skewed(TEAMS))));
            }
        }
        execute("insert into people.affiliation (tenant_id, id, person_id, unit_id, kind) select 1, gen_random_uuid(), id, '%s', 'employee' from people.person "
                .formatted(unit) + "where tenant_id = 1 and name like 'Bench %'");
    }

    private void persons(List<UUID> into, String kind, int count) throws SQLException {
        IntStream.range(0, count).forEach(i -> into.add(UuidCreator.getTimeOrderedEpoch()));
        try (var insert = owner.prepareStatement("insert into people.person (tenant_id, id, name, mail) select 1, id, 'Bench ' || ? || ' ' || n, ? || n || '@bench.example' "
                + "from unnest(?::uuid[]) with ordinality as t(id, n)");
                var session = owner.prepareStatement("insert into people.session (tenant_id, token_hash, person_id, expires_at, last_seen) values (1, ?, ?, "
                        + "now() + interval '30 days', now() + interval '30 days')");
                var token = owner.prepareStatement("insert into people.api_token (tenant_id, token_hash, id, person_id, label, scopes, expires_at, last_seen) values "
                        + "(1, ?, ?, ?, 'bench', '{*}', now() + interval '30 days', now() + interval '30 days')")) {
            insert.setString(1, kind);
            insert.setString(2, kind);
            insert.setArray(3, owner.createArrayOf("uuid", into.toArray()));
            insert.execute();
            for (int i = 0; i < count; i++) {
                session.setBytes(1, hash(token(kind, i)));
                session.setObject(2, into.get(i));
                session.addBatch();
                token.setBytes(1, hash(token(kind, i)));
                token.setObject(2, UuidCreator.getTimeOrderedEpoch());
                token.setObject(3, into.get(i));
                token.addBatch();
            }
            session.executeBatch();
            token.executeBatch();
        }
    }

    private void batch(int size) throws SQLException {
        var ids = new UUID[size];
        var requester = new UUID[size];
        var team = new UUID[size];
        var handler = new UUID[size];
        var texts = new String[size];
        var ages = new Integer[size];
        for (int i = 0; i < size; i++) {
            ids[i] = UuidCreator.getTimeOrderedEpoch();
            requester[i] = requesters.get(random.nextInt(REQUESTERS));
            team[i] = teams.get(skewed(TEAMS));
            handler[i] = random.nextInt(3) == 0 ? null : workers.get(random.nextInt(WORKERS));
            texts[i] = vocabulary.text(30 + random.nextInt(60));
            ages[i] = (int) (60L * 24 * 365 * Math.pow(random.nextDouble(), 2)) + 1;
        }
        insertCases(ids, requester, team, handler, texts, ages);
        messages(ids, requester, handler);
    }

    private void insertCases(UUID[] ids, UUID[] requester, UUID[] team, UUID[] handler, String[] texts, Integer[] ages) throws SQLException {
        try (var insert = owner.prepareStatement(FillSql.CASES)) {
            insert.setArray(1, owner.createArrayOf("uuid", ids));
            insert.setArray(2, owner.createArrayOf("uuid", requester));
            insert.setArray(3, owner.createArrayOf("uuid", team));
            insert.setArray(4, owner.createArrayOf("uuid", handler));
            insert.setArray(5, owner.createArrayOf("text", texts));
            insert.setArray(6, owner.createArrayOf("int", ages));
            insert.execute();
        }
        for (var sql : List.of(FillSql.ANSWERS, FillSql.THREADS, FillSql.EVENTS)) {
            try (var insert = owner.prepareStatement(sql)) {
                insert.setArray(1, owner.createArrayOf("uuid", ids));
                insert.execute();
            }
        }
        try (var insert = owner.prepareStatement(FillSql.FIRST)) {
            insert.setArray(1, owner.createArrayOf("uuid", ids));
            insert.setArray(2, owner.createArrayOf("text", texts));
            insert.execute();
        }
    }

    /** Two more messages a case, and ten in all on every twentieth. */
    private void messages(UUID[] ids, UUID[] requester, UUID[] handler) throws SQLException {
        var threads = new ArrayList<UUID>();
        var authors = new ArrayList<UUID>();
        var seqs = new ArrayList<Integer>();
        var texts = new ArrayList<String>();
        var made = new ArrayList<UUID>();
        for (int i = 0; i < ids.length; i++) {
            var last = i % 20 == 0 ? 10 : 3;
            for (int seq = 2; seq <= last; seq++) {
                made.add(UuidCreator.getTimeOrderedEpoch());
                threads.add(ids[i]);
                authors.add(seq % 2 == 0 && handler[i] != null ? handler[i] : requester[i]);
                seqs.add(seq);
                texts.add(vocabulary.text(15 + random.nextInt(30)));
            }
        }
        try (var insert = owner.prepareStatement(FillSql.MESSAGES)) {
            insert.setArray(1, owner.createArrayOf("uuid", threads.toArray()));
            insert.setArray(2, owner.createArrayOf("uuid", authors.toArray()));
            insert.setArray(3, owner.createArrayOf("int", seqs.toArray()));
            insert.setArray(4, owner.createArrayOf("text", texts.toArray()));
            insert.setArray(5, owner.createArrayOf("uuid", made.toArray()));
            insert.execute();
        }
    }

    private void counts() throws SQLException {
        execute("insert into cases.queue_count (tenant_id, team_id, open, unassigned) select tenant_id, team_id, count(*), count(*) filter (where handler_id is null) "
                + "from cases.case_file where tenant_id = 1 and resolved_at is null group by 1, 2 on conflict (tenant_id, team_id) do update "
                + "set open = excluded.open, unassigned = excluded.unassigned");
        execute("delete from cases.queue_delta where tenant_id = 1");
    }

    /** Few numbers often, many seldom: about half of all draws fall on the first sixth. */
    private int skewed(int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 2.5));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
