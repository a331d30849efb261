package no.torg.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.people.Roles.Held;
import no.torg.verbs.Verbs;
import no.torg.web.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Operators set up all tenants: an administrator of one becomes none by a token or a password of theirs. */
@TorgTest
class OperatorsTest {

    private static final Actor SYSTEM = Actor.system("test");
    private static final String MAIL = "drift@eksempel.example";

    @Autowired
    private World world;
    @Autowired
    private Persons persons;
    @Autowired
    private Roles roles;
    @Autowired
    private Verbs verbs;
    private UUID operator;
    private UUID role;
    private UUID plain;

    @BeforeEach
    void anOperator() {
        world.at("fjordvik:", () -> {
            operator = persons.byMail(MAIL).orElseGet(() -> persons.add(SYSTEM, "Drift", MAIL, null, Language.NB));
            role = roles.grant(SYSTEM, new Held(operator, "operator", "tenant", null), null);
            plain = persons.byMail("vanlig@eksempel.example").orElseGet(() -> persons.add(SYSTEM, "Vanlig", "vanlig@eksempel.example", null, Language.NB));
            return null;
        });
    }

    @AfterEach
    void noOperator() {
        end(role);
    }

    private void end(UUID held) {
        world.at("fjordvik:", () -> {
            roles.revoke(SYSTEM, held);
            return null;
        });
    }

    @Test
    void an_administrator_makes_tokens_for_others_but_not_for_an_operator() {
        for (var administrator : List.of(world.api("arne-solvang"), session())) {
            assertThat(token(administrator, plain, "*")).isEqualTo(201);
            assertThat(token(administrator, operator, "*")).isEqualTo(403);
            assertThat(token(administrator, operator, "cases:read")).isEqualTo(403);
        }
        assertThat(token(own(), operator, "*")).isEqualTo(201);
    }

    @Test
    void an_administrator_invites_others_but_not_an_operator() {
        assertThat(invitation(world.api("arne-solvang"), plain)).isEqualTo(201);
        assertThat(invitation(session(), plain)).isEqualTo(201);
        assertThat(invitation(world.api("arne-solvang"), operator)).isEqualTo(403);
        assertThat(invitation(session(), operator)).isEqualTo(403);
        var administrator = world.at("fjordvik:", () -> roles.grant(SYSTEM, new Held(operator, "administrator", "tenant", null), null));
        assertThat(invitation(own(), operator)).isEqualTo(201);
        end(administrator);
    }

    @Test
    void a_token_invites_only_with_all_scopes() {
        assertThat(invitation(world.api("arne-solvang", "admin"), plain)).isEqualTo(403);
        assertThat(invitation(world.api("arne-solvang", "*"), plain)).isEqualTo(201);
    }

    @Test
    void at_the_terminal_it_is_done_as_before() {
        assertThat(said("token", MAIL)).isNotBlank();
        assertThat(said("person", "invite", MAIL)).contains("/password/");
    }

    private Client session() {
        var browser = world.browser("arne-solvang");
        return browser.with("X-XSRF-TOKEN", browser.csrf());
    }

    private Client own() {
        try {
            return world.api(world.fjordvik().tenant(), operator);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static int token(Client client, UUID person, String scope) {
        return client.send("POST", "/api/tokens", Map.of("person", person, "label", "prøve", "scopes", List.of(scope))).status();
    }

    private static int invitation(Client client, UUID person) {
        return client.send("POST", "/api/persons/" + person + "/invitation", null).status();
    }

    private String said(String... typed) {
        var out = new ByteArrayOutputStream();
        assertThat(verbs.run(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(out, true, StandardCharsets.UTF_8), typed)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
