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

/** The first tenant's teams, workers and requesters, signed in. */
final class Fill {

    static final int TEAMS = 40;
    static final int WORKERS = 200;
    static final int REQUESTERS = 5_000;
    static final int OWNERS = 10;

    private final Connection owner;
    private final Random random = new Random(20261124);
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

    /** Teams, workers and the usual number of requesters. */
    void people() throws SQLException {
        people(REQUESTERS);
    }

    void people(int asking) throws SQLException {
        var unit = text("select id::text from people.unit where tenant_id = 1 order by id limit 1");
        for (int i = 0; i < TEAMS; i++) {
            teams.add(UuidCreator.getTimeOrderedEpoch());
            execute("insert into people.team (tenant_id, id, unit_id, path, name) values (1, '%1$s', '%2$s', array['%1$s'::uuid], 'Bench team %3$d')"
                    .formatted(teams.get(i), unit, i));
        }
        persons(workers, "worker", WORKERS);
        persons(requesters, "requester", asking);
        for (int i = 0; i < WORKERS; i++) {
            for (int nth = 0; nth <= random.nextInt(3); nth++) {
                execute("insert into people.role (tenant_id, id, person_id, role, scope_kind, scope_id) values (1, '%s', '%s', 'case-worker', 'team', '%s')"
                        .formatted(UuidCreator.getTimeOrderedEpoch(), workers.get(i), teams.get(skewed(random, TEAMS))));
            }
        }
        var owners = new ArrayList<UUID>();
        persons(owners, "owner", OWNERS);
        for (var owning : owners) {
            execute("insert into people.role (tenant_id, id, person_id, role, scope_kind, scope_id) select 1, gen_random_uuid(), '%s', 'service-owner', 'service', id "
                    .formatted(owning) + "from catalog.service where tenant_id = 1 and published is not null");
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

    /** Few numbers often, many seldom: about half of all draws fall on the first sixth. */
    static int skewed(Random random, int bound) {
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
