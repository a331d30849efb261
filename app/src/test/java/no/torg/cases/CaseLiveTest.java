package no.torg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.events.Followers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose open pages hear of a change to a case: those who may see it, and by its name alone. */
@TorgTest
class CaseLiveTest {

    private static final String END = "(end)";

    @Autowired
    private World world;

    @Autowired
    private Followers followers;

    private final List<Stream<String>> open = new ArrayList<>();

    @AfterEach
    void hangUp() {
        open.forEach(Stream::close);
    }

    @Test
    void open_pages_hear_what_they_may_and_no_more() throws Exception {
        var number = opened("ingrid-hauge");
        var requester = listen("ingrid-hauge");
        var worker = listen("jon-moen");
        var outsiders = List.of(listen("oda-myhre"), listen("leila-amundsen"), listen("solheim:stig-roen"));
        var desk = "/work/cases/" + number + "/messages";
        world.browser("nina-foss").post(desk, "audience", "internal", "note", "Psst", "once", "1");
        assertThat(hear(worker, "work")).isEqualTo(List.of("case:" + number, "work"));
        assertThat(requester).isEmpty();
        world.browser("nina-foss").post(desk, "audience", "public", "reply", "Hei", "once", "2");
        assertThat(hear(requester, "case:" + number)).isEqualTo(List.of("case:" + number));
        assertThat(hear(worker, "work")).contains("case:" + number);
        assertThat(outsiders).allMatch(LinkedBlockingQueue::isEmpty);
    }

    @Test
    void the_team_that_a_case_leaves_hears_that_its_list_changed_and_not_of_what() throws Exception {
        var number = opened("ingrid-hauge");
        var left = listen("nina-foss");
        var entered = listen("tor-myklebust");
        world.browser("jon-moen").post("/work/cases/" + number + "/team", "seen", world.team("it-support").toString(), "team", world.team("av").toString());
        assertThat(hear(entered, "work")).isEqualTo(List.of("case:" + number, "work"));
        assertThat(hear(left, "work")).isEqualTo(List.of("work"));
    }

    @Test
    void the_oldest_of_too_many_streams_gives_way() throws Exception {
        var streams = new ArrayList<LinkedBlockingQueue<String>>();
        for (int i = 0; i < 7; i++) {
            streams.add(listen("hanne-vold"));
        }
        assertThat(streams.getFirst().poll(10, TimeUnit.SECONDS)).isEqualTo(END);
        assertThat(streams.subList(1, 7)).allMatch(LinkedBlockingQueue::isEmpty);
    }

    @Test
    void a_stranger_is_told_not_to_come_again_and_a_token_needs_the_scope() {
        assertThat(world.stranger("fjordvik").get("/live").status()).isEqualTo(204);
        assertThat(world.stranger("fjordvik").get("/api/live").status()).isEqualTo(401);
        assertThat(world.api("nina-foss", "cases:read").get("/api/live").status()).isEqualTo(403);
    }

    /** What is heard up to and with the topic. */
    private static List<String> hear(LinkedBlockingQueue<String> stream, String last) throws InterruptedException {
        var heard = new ArrayList<String>();
        do {
            heard.add(String.valueOf(stream.poll(10, TimeUnit.SECONDS)));
        } while (!heard.getLast().equals(last) && !heard.getLast().equals("null"));
        return heard;
    }

    /** A stream once it is open, when all that was logged before has been told. */
    private LinkedBlockingQueue<String> listen(String key) throws Exception {
        while (followers.lag("live") > 0) {
            Thread.sleep(25);
        }
        var answer = world.browser(key).open("/live");
        open.add(answer.body());
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        var lines = answer.body().iterator();
        assertThat(lines.next()).isEqualTo(":listening");
        var topics = new LinkedBlockingQueue<String>();
        Thread.ofVirtual().start(() -> {
            try {
                lines.forEachRemaining(line -> topics.addAll(line.startsWith("data:") ? List.of(line.substring(5)) : List.of()));
                topics.add(END);
            } catch (UncheckedIOException hungUp) {
                topics.add("(hung up)");
            }
        });
        return topics;
    }

    private String opened(String by) {
        Client api = world.api(by).with("Idempotency-Key", UUID.randomUUID().toString());
        return api.send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", "Hjelp"))).json().get("number").asString();
    }
}
