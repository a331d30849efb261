package no.torg.cases.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.cases.work.WorkQuery.Among;
import no.torg.people.Actor;
import no.torg.web.Language;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Lists of cases: complete and without doubles whatever the order and however equal the keys, by every way that leads to a case. */
@TorgTest
@Import(Asked.class)
class CaseListTest {

    @Autowired
    private World world;

    @Autowired
    private Asked asked;

    @Autowired
    private WorkList list;

    @Autowired
    private DSLContext db;

    /** Sixty cases in three teams, in every state, half of them alike in all keys but the number. */
    @BeforeEach
    void fill() {
        if (count("true") > 0) {
            return;
        }
        var one = asked.open("siv-breivik", "Malen for de andre");
        for (int i = 0; i < 60; i++) {
            asked.execute("""
                    insert into cases.case_file (id, number, seq, service_id, service_version, kind, title, title_key, requester_id, team_id, handler_id, state,
                      state_since, impact, urgency, priority, channel, opened_at, due_at, resolved_at, closed_at, updated_at)
                    select gen_random_uuid(), '2025-' || lpad(?::text, 6, '0'), ?::int, service_id, service_version, kind, title, title_key, requester_id, ?::uuid,
                      ?::uuid, ?, now(), impact, urgency, ?::int, 'import', opened_at, ?::timestamptz, ?::timestamptz, null, ?::timestamptz
                    from cases.case_file where number = ?""",
                    900_000 + i, 900_000 + i, world.team(List.of("it-support", "access", "av").get(i % 3)), i % 5 == 0 ? null : world.person("kari-lunde"),
                    state(i), i < 30 ? 3 : 1 + i % 5, "2025-01-" + (i < 30 ? "15" : 1 + i % 28), state(i).equals("resolved") ? "2025-02-01" : null,
                    "2025-01-" + (i < 30 ? "15" : 1 + i % 28), one);
        }
        asked.execute("""
                insert into cases.queue_delta (id, team_id, open, unassigned)
                select gen_random_uuid(), team_id, count(*), count(*) filter (where handler_id is null) from cases.case_file
                where number like '2025-9%' and resolved_at is null group by team_id""");
    }

    private static String state(int i) {
        return List.of("new", "in-progress", "waiting", "resolved").get(i % 4);
    }

    @ParameterizedTest
    @CsvSource({"updated, updated_at desc", "due, due_at asc", "priority, priority asc", "number, seq desc"})
    void every_order_is_walked_whole_page_by_page(String sort, String order) {
        for (var state : List.of("all", "open")) {
            var walked = walk(world.api("kari-lunde"), "/api/cases?sort=" + sort + "&state=" + state + "&limit=7&text=2025-9");
            var id = order.endsWith("desc") ? "id desc" : "id asc";
            var first = sort.equals("due") ? "resolved_at is not null, " : "";
            assertThat(walked).isEqualTo(numbers((state.equals("open") ? "resolved_at is null" : "true") + " order by " + first + order + ", " + id));
        }
    }

    @Test
    void every_filter_leaves_what_it_says() {
        var api = world.api("kari-lunde");
        check(api, "state=waiting", "state = 'waiting'");
        check(api, "state=resolved", "state = 'resolved'");
        check(api, "state=done", "resolved_at is not null");
        check(api, "handler=me", "resolved_at is null and handler_id = '" + world.person("kari-lunde") + "'");
        for (var sort : WorkSort.values()) {
            check(api, "handler=me&state=all&sort=" + sort.code(), "handler_id = '" + world.person("kari-lunde") + "'");
        }
        check(api, "handler=me&state=done", "resolved_at is not null and handler_id = '" + world.person("kari-lunde") + "'");
        check(api, "handler=none", "resolved_at is null and handler_id is null");
        check(api, "priority=3&state=all", "priority = 3");
        check(api, "team=" + world.team("av"), "resolved_at is null and team_id = '" + world.team("av") + "'");
        check(api, "overdue=true&sort=due", "resolved_at is null");
        check(api, "service=it-service-desk&state=all", "true");
        check(api, "service=report-idea&state=all", "false");
        check(api, "requester=me&state=all", "false");
        check(world.api("siv-breivik"), "state=all", "true");
        check(world.api("siv-breivik"), "state=all&requester=me", "true");
        check(world.api("vilde-sorum"), "state=all", "true");
        check(world.api("lise-dahl"), "state=all", "true");
        check(world.api("nina-foss"), "state=all", "team_id = '" + world.team("it-support") + "'");
        check(world.api("oda-myhre"), "state=all", "false");
    }

    @Test
    void who_gets_another_name_is_called_so_at_once_by_all_lists() {
        var api = world.api("kari-lunde");
        var person = "/api/persons/" + world.person("siv-breivik");
        var before = requesters(api);
        assertThat(world.api("arne-solvang").send("PATCH", person, Map.of("name", "Siv Nygård")).status()).isEqualTo(200);
        assertThat(requesters(api)).isNotEqualTo(before).containsOnly("Siv Nygård");
        assertThat(world.api("arne-solvang").send("PATCH", person, Map.of("name", before.getFirst())).status()).isEqualTo(200);
        assertThat(requesters(api)).isEqualTo(before);
    }

    private static List<String> requesters(Client api) {
        return cases(api.get("/api/cases?state=all&limit=5&text=2025-9").json()).map(row -> row.get("requester").get("name").asString()).distinct().toList();
    }

    @Test
    void a_number_is_found_by_its_whole_its_beginning_and_its_end() {
        var api = world.api("kari-lunde");
        assertThat(walk(api, "/api/cases?state=all&text=2025-900017")).containsExactly("2025-900017");
        assertThat(walk(api, "/api/cases?state=all&text=900017")).containsExactly("2025-900017");
        assertThat(walk(api, "/api/cases?state=all&sort=number&text=2025-90001")).hasSize(10).allMatch(number -> number.startsWith("2025-90001"));
        assertThat(walk(api, "/api/cases?state=all&text=2024-900017")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(WorkSort.class)
    void the_way_back_is_the_way_on_reversed(WorkSort sort) {
        var kari = world.actor("kari-lunde");
        var first = new WorkQuery(Among.WORKED, Standing.ALL, null, null, false, false, null, null, CaseNumber.of("2025-9").orElseThrow(), null, false, sort, null, 8);
        world.at("fjordvik:", () -> {
            var on = new ArrayList<List<UUID>>();
            var page = page(kari, first);
            assertThat(page.previous()).isNull();
            for (on.add(ids(page)); page.next() != null; on.add(ids(page))) {
                page = page(kari, at(first, page.next()));
            }
            var back = new ArrayList<List<UUID>>();
            for (back.add(ids(page)); page.previous() != null; back.add(ids(page))) {
                page = page(kari, at(first, page.previous()));
            }
            Collections.reverse(back);
            assertThat(on.stream().flatMap(List::stream).toList()).hasSize(60).doesNotHaveDuplicates();
            assertThat(back.stream().flatMap(List::stream).toList()).isEqualTo(on.stream().flatMap(List::stream).toList());
            return null;
        });
    }

    private CaseLists.Found page(Actor actor, WorkQuery query) {
        return CaseLists.found(query, list.rows(actor, Language.NB, query).named());
    }

    private static WorkQuery at(WorkQuery query, String cursor) {
        return new WorkQuery(query.among(), query.standing(), null, null, false, false, null, null, query.number(), null, false, query.sort(),
                WorkCursor.of(cursor, query.sort()).orElseThrow(), query.limit());
    }

    private static List<UUID> ids(CaseLists.Found page) {
        return page.rows().stream().map(ListedCase::id).toList();
    }

    private void check(Client api, String filter, String condition) {
        var found = walk(api, "/api/cases?limit=11&text=2025-9&" + filter);
        assertThat(found).as(filter).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(numbers(condition));
        var counted = api.get("/api/cases?limit=1&count=exact&text=2025-9&" + filter).json().get("count");
        assertThat(counted.get("value").asInt()).as("count of " + filter).isEqualTo(found.size());
        assertThat(api.get("/api/cases?limit=1&count=some&text=2025-9&" + filter).json().get("count")).isEqualTo(counted);
    }

    private List<String> walk(Client api, String address) {
        var walked = new ArrayList<String>();
        for (String next = address; next != null;) {
            var answer = api.get(next);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            cases(answer.json()).forEach(row -> walked.add(row.get("number").asString()));
            var link = answer.header("Link");
            assertThat(link == null).isEqualTo(answer.json().get("next").isNull());
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return walked;
    }

    private static Stream<JsonNode> cases(JsonNode answer) {
        return StreamSupport.stream(answer.get("cases").spliterator(), false);
    }

    private List<String> numbers(String condition) {
        return world.at("fjordvik:", () -> db.fetch("select number from cases.case_file where number like '2025-9%' and " + condition).getValues(0, String.class));
    }

    private int count(String condition) {
        return numbers(condition).size();
    }
}
