package no.torg.cases.work;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.Client;
import no.torg.World;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;

/** Cases that people have asked for over the API, and what the database has of them. */
@TestComponent
public class Asked {

    private final World world;
    private final DSLContext db;

    Asked(World world, DSLContext db) {
        this.world = world;
        this.db = db;
    }

    /** A person asks the IT service desk; gives the case's number. */
    String open(String by, String text) {
        var answer = world.api(by).with("Idempotency-Key", UUID.randomUUID().toString())
                .send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", text)));
        return answer.json().get("number").asString();
    }

    /** The case's row. */
    Map<String, Object> row(String number) {
        return world.at("fjordvik:", () -> db.fetchSingle("select * from cases.case_file where number = ?", number).intoMap());
    }

    /** The types of what happened to the case, the oldest first. */
    List<String> events(String number) {
        return world.at("fjordvik:", () -> db.fetch("""
                select e.type from events.event e join cases.case_file c on c.tenant_id = e.tenant_id and c.id = e.subject_id
                where c.number = ? order by e.at, e.id""", number).getValues(0, String.class));
    }

    /** From and to of the last event of a type. */
    List<String> fromTo(String number, String type) {
        return world.at("fjordvik:", () -> {
            var row = db.fetchSingle("""
                    select e.data ->> 'from', e.data ->> 'to' from events.event e join cases.case_file c on c.tenant_id = e.tenant_id and c.id = e.subject_id
                    where c.number = ? and e.type = ? order by e.at desc, e.id desc limit 1""", number, type);
            return List.of(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
        });
    }

    /** How many open and unassigned cases the team is counted to have. */
    List<Long> counted(String team) {
        return world.at(team, () -> {
            var row = db.fetchSingle("""
                    select coalesce(sum(open), 0), coalesce(sum(unassigned), 0) from
                    (select open, unassigned from cases.queue_count where team_id = ?1 union all select open, unassigned from cases.queue_delta where team_id = ?1) c
                    """.replace("?1", "'" + world.team(team) + "'"));
            return List.of(row.get(0, Long.class), row.get(1, Long.class));
        });
    }

    /** Runs a statement as the tenant. */
    int execute(String sql, Object... values) {
        return world.at("fjordvik:", () -> db.execute(sql, values));
    }

    static String path(String number, String rest) {
        return "/api/cases/" + number + rest;
    }

    static Client.Answer put(Client api, String number, String resource, Map<String, ?> body) {
        return api.send("PUT", path(number, "/" + resource), body);
    }
}
