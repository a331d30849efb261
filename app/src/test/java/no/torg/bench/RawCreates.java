package no.torg.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.github.f4b6a3.uuid.UuidCreator;

/** The yardstick for creating a case: plain JDBC with prepared statements on the same tables, indexes, foreign keys and payload, one commit a case. */
final class RawCreates {

    private static final List<String> STATEMENTS = List.of("""
            insert into cases.case_file (id, number, seq, service_id, service_version, kind, title, title_key, title_args, requester_id, unit_id, team_id, state, state_since,
              impact, urgency, priority, channel, opened_at, updated_at, due_at, first_reply_due_at, resolution_due_at, promised_at, last_message_at, last_message_by,
              last_message_snippet, public_message_at, public_message_by, public_message_snippet)
            values (?, ?, ?, ?, ?, 'inquiry', ?::jsonb, 'case-title', '{}', ?, ?, ?, 'new', ?, 'individual', 'normal', 4, 'api', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            "insert into cases.case_answers (case_id, answers) values (?, ?::jsonb)",
            "insert into conversations.thread (id, kind, subject_id, last_seq) values (?, 'case', ?, 1)",
            "insert into conversations.message (thread_id, id, seq, author_id, audience, channel, body, at) values (?, ?, 1, ?, 'public', 'api', ?, ?)",
            "insert into cases.queue_delta (id, team_id, open, unassigned) values (?, ?, 1, 1)",
            "insert into events.event (id, subject_kind, subject_id, type, actor_id, at, data) values (?, 'bench', ?, 'bench.opened', ?, ?, ?::jsonb)");

    private final Server server;
    private final UUID service;
    private final String version;
    private final UUID team;
    private final UUID unit;
    private final UUID requester;

    RawCreates(Server server, UUID service, String version, UUID team, UUID unit, UUID requester) {
        this.server = server;
        this.service = service;
        this.version = version;
        this.team = team;
        this.unit = unit;
        this.requester = requester;
    }

    /** Creates so many over so many connections; gives cases a second. */
    double run(int clients, int times, String text) throws Exception {
        var connections = new ArrayList<Connection>();
        for (int i = 0; i < clients; i++) {
            var connection = server.connect("torg_app");
            try (var set = connection.createStatement()) {
                set.execute("select set_config('torg.tenant', '1', false)");
            }
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        try (var pool = Executors.newFixedThreadPool(clients)) {
            var begun = System.nanoTime();
            var works = connections.stream().map(connection -> (Callable<Void>) () -> work(connection, times / clients, text)).toList();
            for (Future<Void> done : pool.invokeAll(works)) {
                done.get();
            }
            return times / clients * clients / ((System.nanoTime() - begun) / 1e9);
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private Void work(Connection connection, int times, String text) throws SQLException {
        var statements = new ArrayList<PreparedStatement>();
        for (var sql : STATEMENTS) {
            statements.add(connection.prepareStatement(sql));
        }
        try (var next = connection.prepareStatement("select nextval('tenancy.number_1')")) {
            for (int i = 0; i < times; i++) {
                create(statements, next, text);
                connection.commit();
            }
        }
        return null;
    }

    private void create(List<PreparedStatement> statements, PreparedStatement next, String text) throws SQLException {
        long seq;
        try (var row = next.executeQuery()) {
            row.next();
            seq = row.getLong(1);
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        var message = UuidCreator.getTimeOrderedEpoch();
        var now = new Timestamp(System.currentTimeMillis());
        var snippet = text.substring(0, Math.min(160, text.length()));
        var title = "{\"nb\": \"Hjelp fra IT\", \"nn\": \"Hjelp frå IT\", \"en\": \"Help from IT\"}";
        set(statements.get(0), id, "2026-" + seq, seq, service, version, title, requester, unit, team, now, now, now, now, now, now, now, now, requester, snippet, now, requester, snippet);
        set(statements.get(1), id, "{\"description\": \"" + text + "\"}");
        set(statements.get(2), id, id);
        set(statements.get(3), id, message, requester, text, now);
        set(statements.get(4), UuidCreator.getTimeOrderedEpoch(), team);
        set(statements.get(5), UuidCreator.getTimeOrderedEpoch(), id, requester, now,
                "{\"v\": 1, \"service\": \"%s\", \"team\": \"%s\", \"unit\": \"%s\", \"requester\": \"%s\", \"priority\": 4, \"kind\": \"inquiry\", \"channel\": \"api\", \"message\": \"%s\"}"
                        .formatted(service, team, unit, requester, message));
        for (var statement : statements) {
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
