package no.torg.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Who is there to have cases: teams with their workers, requesters, and services; the teams skewed, so that the first have most. */
record Cast(List<UUID> teams, Map<UUID, List<UUID>> workers, List<UUID> everybody, List<UUID> requesters, List<Service> services, UUID unit) {

    /** A service with its version in use. */
    record Service(UUID id, String version) {
    }

    static Cast of(Connection owner) throws SQLException {
        var teams = ids(owner, "select id from people.team where tenant_id = 1 and name like 'Bench team %' order by substr(name, 12)::int");
        var everybody = ids(owner, "select id from people.person where tenant_id = 1 and name like 'Bench worker %' order by id");
        var requesters = ids(owner, "select id from people.person where tenant_id = 1 and name like 'Bench requester %' order by id");
        var workers = new HashMap<UUID, List<UUID>>();
        try (var rows = owner.createStatement().executeQuery("select distinct scope_id, person_id from people.role where tenant_id = 1 and role = 'case-worker' "
                + "and person_id in (select id from people.person where tenant_id = 1 and name like 'Bench worker %') order by 1, 2")) {
            while (rows.next()) {
                workers.computeIfAbsent(rows.getObject(1, UUID.class), none -> new ArrayList<>()).add(rows.getObject(2, UUID.class));
            }
        }
        var services = new ArrayList<Service>();
        try (var rows = owner.createStatement().executeQuery("select id, published from catalog.service where tenant_id = 1 and published is not null order by slug <> 'it-service-desk', slug limit 6")) {
            while (rows.next()) {
                services.add(new Service(rows.getObject(1, UUID.class), rows.getString(2)));
            }
        }
        return new Cast(teams, workers, everybody, requesters, services, ids(owner, "select id from people.unit where tenant_id = 1 order by id limit 1").getFirst());
    }

    UUID team(Random random) {
        return teams.get(Fill.skewed(random, teams.size()));
    }

    UUID worker(UUID team, Random random) {
        var here = workers.getOrDefault(team, everybody);
        return here.get(random.nextInt(here.size()));
    }

    private static List<UUID> ids(Connection owner, String sql) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var rows = owner.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
