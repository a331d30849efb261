package no.torg.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.web.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who chooses a new password shuts out whoever got hold of the old one, however they go in. */
@TorgTest
class ChosenPasswordTest {

    private static final Actor SYSTEM = Actor.system("test");
    private static final String MAIL = "lekket@eksempel.example";

    @Autowired
    private World world;
    @Autowired
    private Persons persons;

    @Test
    void sessions_and_tokens_end_and_those_of_others_do_not() throws Exception {
        var tenant = world.fjordvik().tenant();
        var person = world.at("fjordvik:", () -> persons.add(SYSTEM, "Lekket", MAIL, null, Language.NB));
        var browser = world.browser(tenant, person);
        var api = world.api(tenant, person);
        assertThat(api.get("/api/cases").status()).isEqualTo(200);
        var link = world.at("fjordvik:", () -> persons.invite(SYSTEM, MAIL));
        assertThat(List.of(api.get("/api/cases").status(), browser.get("/me").status())).containsExactly(200, 200);
        var chosen = world.stranger("fjordvik");
        assertThat(chosen.post("/password/" + link, "password", "en lang nok setning").status()).isEqualTo(303);
        assertThat(api.get("/api/cases").status()).isEqualTo(401);
        assertThat(browser.get("/me").header("location")).startsWith("/sign-in");
        assertThat(chosen.get("/me").status()).isEqualTo(200);
        assertThat(world.api("ingrid-hauge").get("/api/cases").status()).isEqualTo(200);
    }
}
