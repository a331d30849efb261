package no.torg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told of what is done with a case. */
@TorgTest
class CaseNewsTest {

    @Autowired
    private World world;

    @Autowired
    private DSLContext db;

    @Autowired
    private CaseNotifications consumer;

    @Test
    void each_is_told_once_what_concerns_them_and_nothing_internal() {
        var number = opened("siv-breivik");
        var worker = world.browser("nina-foss");
        worker.post("/work/cases/" + number + "/assignment", "seen", "", "handler", world.person("jon-moen").toString());
        worker.post("/work/cases/" + number + "/messages", "audience", "internal", "note", "Hemmelig", "once", "1");
        worker.post("/work/cases/" + number + "/messages", "audience", "public", "reply", "Hei", "once", "2");
        world.browser("siv-breivik").post("/cases/" + number + "/messages", "text", "Takk", "once", "3");
        world.settle();
        assertThat(told("siv-breivik", number)).containsExactlyInAnyOrder("opened", "replied");
        assertThat(told("jon-moen", number)).containsExactlyInAnyOrder("assigned", "noted", "replied", "replied");
        assertThat(told("nina-foss", number)).isEmpty();

        var page = world.browser("siv-breivik").get("/notifications").body();
        assertThat(page).contains(number).doesNotContain("Hemmelig");
        var event = world.api("siv-breivik").get("/api/notifications").json().get("notifications").get(0).get("event").asString();
        assertThat(world.browser("siv-breivik").post("/notifications/" + event + "/reading").header("location")).isEqualTo("/cases/" + number);
        assertThat(world.browser("oda-myhre").post("/notifications/" + event + "/reading").status()).isEqualTo(404);
    }

    @Test
    void a_batch_that_comes_again_tells_nobody_twice() {
        var number = opened("geir-lien");
        world.settle();
        world.at("fjordvik:", () -> {
            var again = db.fetch("select id from events.event where subject_id = (select id from cases.case_file where number = ?) and type = 'cases.opened'", number);
            again.forEach(row -> db.execute("insert into events.delivery (consumer, event_id) values (?, ?)", consumer.name(), row.get(0, UUID.class)));
            return null;
        });
        world.settle();
        assertThat(told("geir-lien", number)).containsExactly("opened");
    }

    @Test
    void the_requester_is_told_of_what_others_do_and_of_nothing_they_do_themselves() {
        var number = opened("eirik-nygard");
        var desk = "/work/cases/" + number;
        var worker = world.browser("nina-foss");
        worker.post(desk + "/assignment", "seen", "", "handler", "me");
        worker.post(desk + "/messages", "audience", "public", "reply", "Hvilken?", "then", "wait-for-requester", "once", "1");
        world.browser("eirik-nygard").post("/cases/" + number + "/messages", "text", "Den gule", "once", "2");
        worker.post(desk + "/resolution", "seen", "in-progress");
        worker.post(desk + "/closure", "seen", "resolved", "reason", "done");
        world.settle();
        assertThat(told("eirik-nygard", number)).containsExactlyInAnyOrder("opened", "replied", "waits-for-you", "resolved", "closed");
        assertThat(told("nina-foss", number)).containsExactly("replied");
        assertThat(toldInAll(number)).isEqualTo(6);
    }

    @Test
    void a_critical_case_is_told_to_those_who_may_take_it() {
        var number = opened("marte-solberg");
        world.settle();
        assertThat(toldInAll(number)).isEqualTo(1);
        prioritise(number, 1);
        var access = world.team("access").toString();
        assertThat(world.browser("nina-foss").post("/work/cases/" + number + "/team", "seen", world.team("it-support").toString(), "team", access).status()).isEqualTo(303);
        world.settle();
        for (var worker : new String[] {"kari-lunde", "jon-moen", "lise-dahl"}) {
            assertThat(told(worker, number)).as(worker).containsExactly("alarm");
        }
        assertThat(told("nina-foss", number)).isEmpty();
        assertThat(toldInAll(number)).isEqualTo(4);
        // as the log has it: other tests hold rows and log together
        prioritise(number, 4);
    }

    @Test
    void raising_a_case_to_critical_is_told_to_those_who_may_take_it_and_only_then() {
        var number = opened("marte-solberg");
        var priority = "/work/cases/" + number + "/priority";
        var worker = world.browser("nina-foss");
        assertThat(worker.post(priority, "seen-impact", "individual", "seen-urgency", "normal", "impact", "organisation", "urgency", "critical").status()).isEqualTo(303);
        world.settle();
        var others = toldInAll(number) - 1;
        assertThat(others).isPositive();
        assertThat(told("nina-foss", number)).isEmpty();
        assertThat(told("marte-solberg", number)).containsExactly("opened");
        assertThat(worker.post(priority, "seen-impact", "organisation", "seen-urgency", "critical", "impact", "organisation", "urgency", "critical").status()).isEqualTo(303);
        world.settle();
        assertThat(toldInAll(number)).isEqualTo(others + 1);
    }

    @Test
    void who_handles_the_case_is_told_that_it_is_closed_or_opened_by_its_requester_and_the_requester_of_a_closing_once() {
        var number = opened("eirik-nygard");
        var worker = world.browser("nina-foss");
        worker.post("/work/cases/" + number + "/assignment", "seen", "", "handler", "me");
        world.browser("eirik-nygard").post("/cases/" + number + "/closure");
        world.browser("eirik-nygard").post("/cases/" + number + "/reopening");
        worker.post("/work/cases/" + number + "/closure", "seen", "in-progress", "reason", "duplicate", "note", "");
        world.settle();
        assertThat(told("nina-foss", number)).containsExactlyInAnyOrder("closed", "reopened");
        assertThat(told("eirik-nygard", number)).containsExactlyInAnyOrder("opened", "closed");
    }

    @Test
    void what_is_read_is_read_for_the_one_who_read_it() {
        var number = opened("bjorg-tveit");
        opened("bjorg-tveit");
        world.settle();
        var own = world.api("bjorg-tveit", "notifications:read", "notifications:write");
        assertThat(unread(own)).isEqualTo(2);
        assertThat(world.browser("bjorg-tveit").get("/me").body()).contains("class=\"pip\"");
        var event = world.at("fjordvik:", () -> db.fetchSingle("select event_id from notifications.notification where person_id = ? and subject_id = "
                + "(select id from cases.case_file where number = ?)", world.person("bjorg-tveit"), number).get(0, UUID.class));
        for (var stranger : new String[] {"oda-myhre", "solheim:stig-roen"}) {
            assertThat(world.api(stranger).send("PUT", "/api/notifications/" + event + "/reading", null).status()).as(stranger).isEqualTo(404);
            assertThat(world.browser(stranger).get("/notifications").body()).as(stranger).doesNotContain(event.toString());
        }
        assertThat(world.api("bjorg-tveit", "notifications:read").send("PUT", "/api/notifications/reading", null).status()).isEqualTo(403);
        assertThat(own.send("PUT", "/api/notifications/" + event + "/reading", null).status()).isEqualTo(204);
        assertThat(unread(own)).isEqualTo(1);
        assertThat(own.send("PUT", "/api/notifications/reading", null).status()).isEqualTo(204);
        assertThat(unread(own)).isZero();
        assertThat(world.browser("bjorg-tveit").get("/me").body()).doesNotContain("class=\"pip\"");
    }

    private static long unread(Client api) {
        return api.get("/api/notifications").json().get("notifications").valueStream().filter(line -> line.get("unread").asBoolean()).count();
    }

    private int toldInAll(String number) {
        return world.at("fjordvik:", () -> db.fetchSingle("select count(*) from notifications.notification where subject_id = "
                + "(select id from cases.case_file where number = ?)", number).get(0, Integer.class));
    }

    private List<String> told(String person, String number) {
        return world.at("fjordvik:", () -> db.fetch("select kind from notifications.notification where person_id = ? and subject_id = "
                + "(select id from cases.case_file where number = ?)", world.person(person), number).getValues(0, String.class));
    }

    private void prioritise(String number, int priority) {
        world.at("fjordvik:", () -> db.execute("update cases.case_file set priority = ? where number = ?", priority, number));
    }

    private String opened(String by) {
        return world.api(by).with("Idempotency-Key", UUID.randomUUID().toString())
                .send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", "Hjelp"))).json().get("number").asString();
    }
}
