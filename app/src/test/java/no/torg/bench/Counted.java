package no.torg.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Recounts, straight from the tables, what a run left behind. */
final class Counted {

    private final Connection owner;

    Counted(Connection owner) {
        this.owner = owner;
    }

    void settle() throws SQLException, InterruptedException {
        while (number("select count(*) from events.delivery where parked_reason is null and next_try_at <= now()") > 0) {
            Thread.sleep(100);
        }
        Thread.sleep(3_000);
    }

    long lost(Map<Integer, String> acknowledged) throws SQLException {
        var there = new HashSet<String>();
        try (var rows = owner.createStatement().executeQuery("select number from cases.case_file where tenant_id = 1")) {
            while (rows.next()) {
                there.add(rows.getString(1));
            }
        }
        return acknowledged.values().stream().filter(number -> !there.contains(number)).count();
    }

    long doubled() throws SQLException {
        return number("select count(*) from (select 1 from cases.request_key where key like 'ticket-%' group by key having count(*) > 1) twice")
                + number("select abs(count(*) - (select count(*) from cases.case_file where tenant_id = 1 and channel = 'api')) from cases.request_key where key like 'ticket-%'");
    }

    long changed(List<String> tickets, Map<Integer, String> acknowledged) throws SQLException {
        var texts = new HashMap<String, String>();
        try (var rows = owner.createStatement().executeQuery("select c.number, m.body from cases.case_file c join conversations.message m on m.tenant_id = c.tenant_id "
                + "and m.thread_id = c.id and m.seq = 1 where c.tenant_id = 1 and c.channel = 'api'")) {
            while (rows.next()) {
                texts.put(rows.getString(1), rows.getString(2));
            }
        }
        return acknowledged.entrySet().stream().filter(entry -> !tickets.get(entry.getKey()).equals(texts.get(entry.getValue()))).count();
    }

    long notTold() throws SQLException {
        return number("select count(*) from cases.case_file c where c.tenant_id = 1 and c.channel = 'api' and 1 <> (select count(*) from notifications.notification n "
                + "where n.tenant_id = 1 and n.subject_id = c.id and n.person_id = c.requester_id)");
    }

    long miscounted() throws SQLException {
        return number("select count(*) from (select team_id, count(*) as open, count(*) filter (where handler_id is null) as unassigned from cases.case_file "
                + "where tenant_id = 1 and resolved_at is null group by team_id) now full join (select team_id, sum(open) as open, sum(unassigned) as unassigned from "
                + "(select team_id, open, unassigned from cases.queue_count where tenant_id = 1 union all select team_id, open, unassigned from cases.queue_delta where tenant_id = 1) both_ "
                + "group by team_id) kept using (team_id) where coalesce(now.open, 0) <> coalesce(kept.open, 0) or coalesce(now.unassigned, 0) <> coalesce(kept.unassigned, 0)");
    }

    long figuresOff() throws SQLException {
        return number("select abs((select coalesce(sum(n), 0) from metrics.tally where tenant_id = 1 and measure = 'cases.opened') - "
                + "(select count(*) from events.event where tenant_id = 1 and type = 'cases.opened' and data ? 'message'))::bigint");
    }

    long number(String sql) throws SQLException {
        try (var statement = owner.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
