package no.torg.people;

import static no.torg.db.people.Tables.SIGN_IN_ATTEMPT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TorgTest
class SignInTest {

    @Autowired
    private World world;

    @Autowired
    private Persons persons;

    @Autowired
    private SignIn signIn;

    @Autowired
    private DSLContext db;

    @Test
    void a_local_account_signs_in_and_out() {
        var browser = world.stranger("fjordvik");
        var wrong = browser.post("/sign-in", "mail", "siv.breivik@fjordvik.example", "password", "noe annet", "next", "/");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"/sign-in?next=%2F&amp;lang=nn\"");
        assertThat(browser.cookie("torg-session")).isNull();

        var right = browser.post("/sign-in", "mail", "Siv.Breivik@fjordvik.example", "password", World.PASSWORD, "next", "/sign-in?x=1");
        assertThat(right.status()).isEqualTo(303);
        assertThat(right.header("location")).isEqualTo("/sign-in?x=1");
        assertThat(right.header("set-cookie")).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(browser.get("/sign-in").body()).contains("Siv");

        assertThat(browser.post("/sign-out").status()).isEqualTo(303);
        assertThat(browser.cookie("torg-session")).isNull();
    }

    @Test
    void a_wrong_password_and_an_unknown_account_are_told_alike() {
        var known = world.stranger("fjordvik").post("/sign-in", "mail", "geir.lien@fjordvik.example", "password", "x");
        var unknown = world.stranger("fjordvik").post("/sign-in", "mail", "finnes.ikke@fjordvik.example", "password", "x");
        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(without(known.body(), "geir.lien")).isEqualTo(without(unknown.body(), "finnes.ikke"));
    }

    @Test
    void guessing_is_throttled_whether_the_account_exists_or_not() {
        for (var mail : new String[] {"hakon.berge@fjordvik.example", "gjest@fjordvik.example"}) {
            var browser = world.stranger("fjordvik");
            for (int i = 0; i < 5; i++) {
                assertThat(browser.post("/sign-in", "mail", mail, "password", "feil " + i).status()).isEqualTo(422);
            }
            assertThat(browser.post("/sign-in", "mail", mail, "password", World.PASSWORD).status()).isEqualTo(429);
        }
    }

    @Test
    void guesses_sent_at_once_are_as_few_as_those_sent_one_by_one() {
        for (var mail : new String[] {"jon.moen@fjordvik.example", "gjester@fjordvik.example"}) {
            var guesses = Stream.generate(() -> world.stranger("fjordvik")).limit(20).toList();
            guesses.forEach(Client::csrf);
            var told = guesses.stream().map(guess -> CompletableFuture.supplyAsync(() -> guess.post("/sign-in", "mail", mail, "password", "feil").status(),
                    Thread::startVirtualThread)).toList().stream().map(CompletableFuture::join).toList();
            assertThat(told).containsOnly(422, 429);
            assertThat(told.stream().filter(status -> status == 422)).as("compared with a hash").hasSize(5);
        }
    }

    @Test
    void who_signs_in_has_not_failed() {
        var failures = world.at("fjordvik:", () -> {
            assertThat(signIn.byPassword("nina.foss@fjordvik.example", "feil", "192.0.2.7")).isEmpty();
            assertThat(signIn.byPassword("nina.foss@fjordvik.example", World.PASSWORD, "192.0.2.7")).isPresent();
            return db.select(SIGN_IN_ATTEMPT.FAILURES).from(SIGN_IN_ATTEMPT).where(Tenant.owns(SIGN_IN_ATTEMPT.TENANT_ID),
                    SIGN_IN_ATTEMPT.KEY_HASH.in(Secrets.hash("mail nina.foss@fjordvik.example"), Secrets.hash("address 192.0.2.7"))).fetch(SIGN_IN_ATTEMPT.FAILURES);
        });
        assertThat(failures).as("the one that was wrong, of the address; none of the mail").containsExactly(1);
    }

    @Test
    void an_account_of_one_tenant_opens_nothing_at_the_other() {
        var browser = world.stranger("solheim");
        assertThat(browser.post("/sign-in", "mail", "siv.breivik@fjordvik.example", "password", World.PASSWORD).status()).isEqualTo(422);
        var carried = world.stranger("solheim").with("Cookie", "torg-session=" + world.browser("kari-lunde").cookie("torg-session"));
        assertThat(carried.get("/sign-in").body()).doesNotContain("Kari");
    }

    @Test
    void nobody_is_sent_elsewhere_after_signing_in() {
        for (var next : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"}) {
            var answer = world.stranger("fjordvik").post("/sign-in", "mail", "tor.myklebust@fjordvik.example", "password", World.PASSWORD, "next", next);
            assertThat(answer.header("location")).isEqualTo("/");
        }
    }

    @Test
    void from_any_page_one_signs_in_and_comes_back_to_it() {
        var browser = world.stranger("fjordvik");
        assertThat(browser.get("/services?audience=student").body()).contains("href=\"/sign-in?next=%2Fservices%3Faudience%3Dstudent\"");
        assertThat(browser.get("/sign-in?next=/me").body()).contains("href=\"/sign-in?next=/me\"").doesNotContain("next=%2Fsign-in");
        var refused = browser.send("POST", "/sign-in", "application/x-www-form-urlencoded", "mail=a".getBytes());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("href=\"/sign-in?next=%2F\"").contains("href=\"/?lang=nn\"");
    }

    @Test
    void a_one_time_link_lets_a_person_choose_a_password_once() {
        var token = world.at("fjordvik:", () -> persons.invite(Actor.system("test"), "maja.lind@post.example"));
        var browser = world.stranger("fjordvik");
        assertThat(browser.get("/password/" + token).body()).contains("maja.lind@post.example");
        assertThat(browser.post("/password/" + token, "password", "kort").status()).isEqualTo(422);
        assertThat(browser.post("/password/" + token, "password", "en lang nok setning").status()).isEqualTo(303);
        assertThat(browser.cookie("torg-session")).isNotNull();
        var spent = world.stranger("fjordvik").get("/password/" + token);
        assertThat(spent.status()).isEqualTo(410);
        assertThat(spent.body()).contains("Lenken er brukt eller for gammel. Ta kontakt med oss, så sender vi deg en ny.");
        assertThat(world.stranger("fjordvik").post("/password/" + token, "password", "en annen lang setning").status()).isEqualTo(410);
        var never = world.stranger("fjordvik").get("/password/aldri");
        assertThat(never.status()).as("one that never was").isEqualTo(410);
        assertThat(never.body().replace("aldri", "")).isEqualTo(spent.body().replace(token, ""));
        assertThat(world.stranger("fjordvik").post("/sign-in", "mail", "maja.lind@post.example", "password", "en lang nok setning").status()).isEqualTo(303);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        var answer = world.stranger("fjordvik").send("POST", "/sign-in", "application/x-www-form-urlencoded", "mail=a&password=b".getBytes());
        assertThat(answer.status()).isEqualTo(403);
    }

    private static String without(String body, String mail) {
        return body.replace(mail, "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
