package no.torg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@TorgTest
class RequestsTest {

    @Autowired
    private World world;

    @Autowired
    private DSLContext db;

    @Test
    void a_need_becomes_a_case_by_the_form_without_javascript() {
        var browser = world.browser("ingrid-hauge");
        assertThat(browser.get("/services/it-service-desk").status()).isEqualTo(200);
        assertThat(browser.get("/services/it-service-desk/requests/new").body()).contains("answers.description");

        var missing = browser.post("/services/it-service-desk/requests", "go", "send", "answers.subject", "Skriveren");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("Skriveren").contains("ds-error-summary");

        var sent = browser.post("/services/it-service-desk/requests", "go", "send", "once", "k1", "answers.subject", "Skriveren",
                "answers.description", "Den skriver ikke i A3 <b>lenger</b>");
        assertThat(sent.status()).isEqualTo(303);
        var receipt = sent.header("location");
        var number = receipt.split("/")[2];
        assertThat(browser.get(receipt).body()).contains(number);
        var page = browser.get("/cases/" + number).body();
        assertThat(page).contains("Den skriver ikke i A3 &lt;b&gt;lenger&lt;/b&gt;");
        assertThat(browser.get("/me").body()).contains(number);
        assertThat(browser.get("/").body()).contains(number);

        var again = browser.post("/services/it-service-desk/requests", "go", "send", "once", "k1", "answers.subject", "Skriveren",
                "answers.description", "Den skriver ikke i A3 <b>lenger</b>");
        assertThat(again.header("location")).isEqualTo(receipt);
        assertThat(world.browser("oda-myhre").get("/cases/" + number).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"nb, Mottatt, Venter på saksbehandler", "nn, Motteken, Ventar på saksbehandlar", "en, Received, Waiting for a case worker"})
    void a_new_case_has_been_received_once_and_waits_to_be_taken(String language, String received, String waits) {
        var browser = world.browser("ingrid-hauge", language);
        var receipt = browser.post("/services/it-service-desk/requests", "go", "send", "once", "line " + language, "answers.description", "Mus").header("location");
        var number = String.valueOf(receipt).split("/")[2];
        assertThat(steps(browser, receipt)).startsWith(received, waits).doesNotHaveDuplicates();
        assertThat(steps(browser, "/cases/" + number)).startsWith(received, waits).doesNotHaveDuplicates();
        world.browser("jon-moen").post("/work/cases/" + number + "/beginning", "seen", "new");
        assertThat(steps(browser, "/cases/" + number)).startsWith(received).hasSize(3).doesNotContain(waits).doesNotHaveDuplicates();
        var live = browser.with("HX-Request", "true").get("/cases/" + number + "/messages");
        assertThat(live.body()).startsWith("<div id=\"talk\"").containsPattern("id=\"my-head\" hx-swap-oob=\"true\"").contains("/closure\"").doesNotContain("<html");
        assertThat(steps(browser, "/cases/" + number + "/messages")).startsWith(received).hasSize(3).doesNotContain(waits);
        world.settle();
    }

    @Test
    void a_date_that_has_passed_is_no_promise_any_more() {
        var browser = world.browser("ingrid-hauge", "nb");
        var receipt = browser.post("/services/it-service-desk/requests", "go", "send", "once", "late", "answers.description", "Kabel").header("location");
        var number = String.valueOf(receipt).split("/")[2];
        assertThat(browser.get("/cases/" + number).body()).contains("Du får svar senest").contains("<span>Senest ").doesNotContain("Vi skulle ha svart");
        world.at("fjordvik:", () -> db.execute("update cases.case_file set promised_at = now() - interval '2 days' where number = ?", number));
        assertThat(browser.get("/cases/" + number).body()).contains("Vi skulle ha svart senest").doesNotContain("Du får svar senest").doesNotContain("<span>Senest ");
        assertThat(browser.get("/me").body()).contains("Vi skulle ha svart senest");
        world.settle();
    }

    private static List<String> steps(Client browser, String path) {
        return Pattern.compile("class=\"line-t\">([^<]*)<").matcher(browser.get(path).body()).results().map(found -> found.group(1)).toList();
    }

    @Test
    void beside_a_field_for_files_stands_how_many_and_which_it_takes() {
        var browser = world.browser("nadia-karim", "nb");
        var form = "/services/general-admission-inquiry/requests";
        var several = browser.post(form + "/draft", "page", "question-page", "answers.topic", "application", "answers.question", "Når?").body();
        assertThat(several).contains("Hver kan være på inntil ").doesNotContain("Én fil");
        var one = browser.post(form + "/draft", "page", "asker-page", "answers.behalf", "other", "answers.authority", "yes").body();
        assertThat(one).contains("Én fil på inntil ").containsPattern("inntil [^:]*: PDF, PNG, JPG\\.").doesNotContain("Høyst ");
        assertThat(browser.post(form, "go", "discard").status()).isEqualTo(303);
    }

    @Test
    void a_page_that_answers_a_form_can_be_read_in_another_language() {
        var browser = world.browser("ingrid-hauge", "nb");
        var form = browser.post("/services/it-service-desk/requests", "go", "send", "answers.subject", "Skjerm");
        assertThat(form.status()).isEqualTo(422);
        assertThat(choices(form)).hasSizeGreaterThan(3).allSatisfy(choice -> assertThat(choice).startsWith("/services/it-service-desk/requests/new?page="))
                .allSatisfy(choice -> assertThat(browser.get(choice).status()).isEqualTo(200));
        var receipt = browser.post("/services/it-service-desk/requests", "go", "send", "once", "read", "answers.description", "Skjerm").header("location");
        var number = String.valueOf(receipt).split("/")[2];
        var reply = browser.post("/cases/" + number + "/messages", "text", " ");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(choices(reply)).hasSizeGreaterThan(3).allSatisfy(choice -> assertThat(choice).startsWith("/cases/" + number + "?"));
        world.settle();
    }

    private static List<String> choices(Client.Answer page) {
        return Pattern.compile("href=\"([^\"]*[?;](?:lang|scheme)=[a-z]*)\"").matcher(page.body()).results().map(found -> found.group(1).replace("&amp;", "&")).toList();
    }

    @Test
    void a_need_becomes_a_case_over_the_api_once_a_key_byte_for_byte() {
        var api = world.api("amir-haddad").with("Idempotency-Key", UUID.randomUUID().toString());
        var text = "  Two spaces first,\ttab, emoji 😀, \"quotes\" and trailing space \n";
        var body = Map.of("answers", Map.of("description", text));
        var made = api.send("POST", "/api/services/it-service-desk/requests", body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var again = api.send("POST", "/api/services/it-service-desk/requests", body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("number")).isEqualTo(made.json().get("number"));
        var stored = world.at("fjordvik:", () -> db.fetchValue("select m.body from conversations.message m where m.thread_id = ?::uuid",
                made.json().get("id").asString()));
        assertThat(stored).isEqualTo(text);
        world.settle();
    }

    @Test
    void wrong_answers_over_the_api_name_their_fields() {
        var api = world.api("amir-haddad").with("Accept-Language", "en");
        var unknown = api.send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", "x", "nonsense", "y")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().get("errors").get(0).get("field").asString()).isEqualTo("nonsense");
        var nothing = api.send("POST", "/api/services/it-service-desk/requests", Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.json().get("errors").get(0).get("code").asString()).isEqualTo("required");
        assertThat(api.send("POST", "/api/services/it-service-desk/requests", "{broken").status()).isEqualTo(400);
        assertThat(api.send("POST", "/api/services/nowhere/requests", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void what_was_typed_is_kept_through_sign_in() {
        var stranger = world.stranger("fjordvik");
        var asked = stranger.post("/services/it-service-desk/requests", "go", "send", "once", "k2", "answers.description", "Glemt alt");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.body()).contains("name=\"kept.answers.description\" value=\"Glemt alt\"");
        var resumed = stranger.post("/sign-in", "mail", "nadia.karim@student.fjordvik.example", "password", World.PASSWORD,
                "next", "/services/it-service-desk/requests", "kept.go", "send", "kept.once", "k2", "kept.answers.description", "Glemt alt");
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.body()).contains("action=\"/services/it-service-desk/requests\"").contains("name=\"answers.description\" value=\"Glemt alt\"");
        assertThat(stranger.post("/services/it-service-desk/requests", "go", "send", "once", "k2", "answers.description", "Glemt alt").status()).isEqualTo(303);
    }

    @Test
    void a_requester_replies_closes_and_reopens() {
        var api = world.api("oda-myhre");
        var number = api.send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", "Hjelp"))).json().get("number").asString();
        var browser = world.browser("oda-myhre");
        assertThat(browser.post("/cases/" + number + "/messages", "text", "Meir hjelp", "once", "m1").status()).isEqualTo(303);
        assertThat(browser.post("/cases/" + number + "/messages", "text", "Meir hjelp", "once", "m1").status()).isEqualTo(303);
        assertThat(browser.get("/cases/" + number).body().split("Meir hjelp", -1)).hasSize(2);
        assertThat(browser.post("/cases/" + number + "/messages", "text", "  ").status()).isEqualTo(422);
        var files = List.of(Client.file("files", "ja.txt", "Ja"), Client.file("files", "nei.exe", "Nei"));
        var refused = browser.post("/cases/" + number + "/messages", files, "text", "Med to filer");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Med to filer</textarea>").contains("nei.exe").contains("Vel alle filene på nytt.");
        assertThat(browser.post("/cases/" + number + "/messages", "text", " ").body()).as("no file was chosen").doesNotContain("alle filene på nytt.");
        assertThat(browser.post("/cases/" + number + "/closure").status()).isEqualTo(303);
        assertThat(browser.get("/cases/" + number).body()).contains("/reopening");
        assertThat(browser.post("/cases/" + number + "/reopening").status()).isEqualTo(303);
        assertThat(browser.get("/cases/" + number).body()).contains("/closure");
        world.settle();
    }
}
