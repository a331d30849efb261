package no.torg.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.torg.Heard;
import no.torg.LivedIn;
import no.torg.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who may see what of a case with open access, cell by cell: seven roles, public and internal content, and every way to it – page, API, file,
 * search, live updates and history. What is expected stands here as a table, told apart from the rules that it tests.
 */
@LivedIn
class RoleMatrixTest {

    /** Requester, another requester of the same unit, the team's case worker, a sister team's, the parent team's leader, the service's owner, an administrator. */
    private static final Map<String, String> MAY = new TreeMap<>(Map.of("ingrid-hauge", "public", "oda-myhre", "nothing", "kari-lunde", "all", "tor-myklebust", "nothing",
            "lise-dahl", "all", "vilde-sorum", "all", "arne-solvang", "nothing"));
    private static final String SAID = "matrisesvar";
    private static final String NOTED = "matrisenotat";

    @Autowired
    private World world;

    private String number;
    private UUID sent;
    private UUID hidden;

    @BeforeEach
    void aCaseWithPublicAndInternalContent() {
        var told = Told.firstCase("ingrid-hauge");
        var asked = world.api("ingrid-hauge").send("POST", "/api/services/" + told.service() + "/requests", Map.of("answers", told.answers()));
        number = asked.json().get("number").asString();
        say("public", SAID, List.of(upload("svar.txt")));
        say("internal", NOTED, List.of(upload("notat.txt")));
        sent = file("svar.txt");
        hidden = file("notat.txt");
        world.settle();
        await("the search has read it").atMost(Duration.ofSeconds(20)).until(() -> world.api("kari-lunde").get("/api/search?q=" + NOTED).body().contains(number));
    }

    @Test
    void each_role_sees_what_it_may_by_every_way_and_nothing_else() {
        var wrong = new ArrayList<String>();
        MAY.forEach((person, may) -> {
            var content = !may.equals("nothing");
            var internal = may.equals("all");
            ways(person).forEach((way, told) -> {
                cell(person, way + ", public", told.getFirst(), content, wrong);
                cell(person, way + ", internal", told.getLast(), internal, wrong);
            });
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void live_updates_tell_each_role_of_what_it_may_see() {
        var heard = new LinkedHashMap<String, Heard>();
        try {
            for (var person : MAY.keySet()) {
                heard.put(person, world.browser(person).listen("/live"));
                await(person + " listens").atMost(Duration.ofSeconds(10)).until(() -> !heard.get(person).lines().isEmpty());
            }
            say("internal", "Mer", List.of());
            hears(heard, "all", List.of("all"));
            say("public", "Mer", List.of());
            hears(heard, "public", List.of("all", "public"));
        } finally {
            heard.values().forEach(Heard::close);
        }
    }

    private void hears(Map<String, Heard> heard, String last, List<String> those) {
        await().atMost(Duration.ofSeconds(10)).until(() -> MAY.entrySet().stream().filter(entry -> entry.getValue().equals(last)).allMatch(entry -> tells(heard.get(entry.getKey()))));
        MAY.forEach((person, may) -> assertThat(tells(heard.get(person))).as(person + " hears").isEqualTo(those.contains(may)));
    }

    /** Each way, and whether it told the public and the internal content. */
    private Map<String, List<Boolean>> ways(String person) {
        var browser = world.browser(person);
        var api = world.api(person);
        var pages = browser.get("/cases/" + number).body() + browser.get("/work/cases/" + number).body();
        var messages = api.get("/api/cases/" + number + "/messages").body();
        var ways = new LinkedHashMap<String, List<Boolean>>();
        ways.put("page", both(pages));
        ways.put("API", both(messages));
        ways.put("file", List.of(browser.get("/files/" + sent).status() == 200, browser.get("/files/" + hidden).status() == 200));
        ways.put("search page", List.of(browser.get("/search?q=" + SAID).body().contains(number), browser.get("/search?q=" + NOTED).body().contains(number)));
        ways.put("search API", List.of(api.get("/api/search?q=" + SAID).body().contains(number), api.get("/api/search?q=" + NOTED).body().contains(number)));
        var history = api.get("/api/cases/" + number + "/history").body();
        ways.put("history API", List.of(history.contains("cases.opened"), history.contains("\"internal\":true")));
        return ways;
    }

    private static List<Boolean> both(String text) {
        return List.of(text.contains(SAID), text.contains(NOTED));
    }

    private static void cell(String person, String what, boolean told, boolean may, List<String> wrong) {
        if (told != may) {
            wrong.add(person + (told ? " is shown by " : " is not shown by ") + what);
        }
    }

    private boolean tells(Heard heard) {
        return heard.lines().stream().anyMatch(line -> line.contains(number));
    }

    private UUID upload(String name) {
        return UUID.fromString(world.api("kari-lunde").send("POST", "/api/files?name=" + name, "text/plain", UUID.randomUUID().toString().getBytes(UTF_8)).json().get("id").asString());
    }

    /** The file as it hangs on its message. */
    private UUID file(String name) {
        return world.api("kari-lunde").get("/api/cases/" + number + "/messages").json().get("messages").valueStream().flatMap(message -> message.get("files").valueStream())
                .filter(file -> file.get("name").asString().equals(name)).map(file -> UUID.fromString(file.get("id").asString())).findFirst().orElseThrow();
    }

    private void say(String audience, String text, List<UUID> files) {
        var said = world.api("kari-lunde").send("POST", "/api/cases/" + number + "/messages", Map.of("text", text, "audience", audience, "attachments", files));
        assertThat(said.status()).as(said.body()).isEqualTo(201);
    }
}
