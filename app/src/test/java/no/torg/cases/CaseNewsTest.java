package no.torg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows from what is done with a case: who is told, and whose open pages hear of it. */
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
    void open_pages_hear_what_they_may_and_no_more() throws Exception {
        var number = opened("ingrid-hauge");
        var requester = listen(world.browser("ingrid-hauge"), "localhost");
        var worker = listen(world.browser("jon-moen"), "localhost");
        var other = listen(world.browser("oda-myhre"), "localhost");
        var sister = listen(world.browser("leila-amundsen"), "localhost");
        var elsewhere = listen(world.browser("solheim:stig-roen"), "solheim.localhost");
        assertThat(heard(requester, "nothing")).isFalse();
        worker.clear();
        world.browser("nina-foss").post("/work/cases/" + number + "/messages", "audience", "internal", "note", "Psst", "once", "1");
        assertThat(heard(worker, "case:" + number)).isTrue();
        assertThat(heard(requester, "case:" + number)).isFalse();
        world.browser("nina-foss").post("/work/cases/" + number + "/messages", "audience", "public", "reply", "Hei", "once", "2");
        assertThat(heard(requester, "case:" + number)).isTrue();
        for (var outsider : new BlockingQueue<?>[] {other, sister, elsewhere}) {
            assertThat(outsider).noneMatch(line -> line.toString().contains(number));
        }
        assertThat(world.stranger("fjordvik").get("/live").status()).isEqualTo(204);
    }

    private static boolean heard(BlockingQueue<String> lines, String topic) throws InterruptedException {
        for (var line = lines.poll(3, TimeUnit.SECONDS); line != null; line = lines.poll(1, TimeUnit.SECONDS)) {
            if (line.equals("data:" + topic)) {
                return true;
            }
        }
        return false;
    }

    private static BlockingQueue<String> listen(Client browser, String host) throws Exception {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + browser.port() + "/live").toURL().openConnection();
        connection.setRequestProperty("Cookie", "torg-session=" + browser.cookie("torg-session"));
        connection.setRequestProperty("Host", host);
        var lines = new ArrayBlockingQueue<String>(1_000);
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        in.readLine();
        Thread.ofVirtual().start(() -> in.lines().forEach(lines::offer));
        return lines;
    }

    private List<String> told(String person, String number) {
        return world.at("fjordvik:", () -> db.fetch("select kind from notifications.notification where person_id = ? and subject_id = "
                + "(select id from cases.case_file where number = ?)", world.person(person), number).getValues(0, String.class));
    }

    private String opened(String by) {
        return world.api(by).with("Idempotency-Key", UUID.randomUUID().toString())
                .send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", "Hjelp"))).json().get("number").asString();
    }
}
