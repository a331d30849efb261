package no.torg.cases.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.catalog.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft holds what its form asks for and no more, whatever was sent and whatever the form asked for when it was begun. */
@TorgTest
class DraftsTest {

    private static final String FORM = "/services/it-service-desk/requests";
    private static final String PERSON = "nadia-karim";

    @Autowired
    private World world;
    @Autowired
    private DraftRepository drafts;
    @Autowired
    private Services services;
    private Client browser;

    @BeforeEach
    void noDraft() {
        browser = world.browser(PERSON);
        browser.post(FORM, "go", "discard");
    }

    @Test
    void what_the_form_does_not_ask_for_is_not_kept() {
        assertThat(browser.post(FORM + "/draft", "answers.description", "Mus", "answers.nonsense", "x", "answers.list.0.inner", "y").status()).isEqualTo(200);
        assertThat(kept()).isEqualTo(Map.of("description", "Mus"));
        assertThat(browser.post(FORM, "go", "add:nowhere", "answers.description", "Mus", "answers.other", "z").status()).isEqualTo(303);
        assertThat(kept()).isEqualTo(Map.of("description", "Mus"));
        browser.post(FORM + "/draft", "answers.description", "", "answers.nonsense", "x");
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_draft_of_an_older_version_that_asked_for_more_can_be_gone_on_with_and_sent() {
        world.at(PERSON, () -> {
            drafts.keep(world.person(PERSON), service(), Map.of("description", "Begynt i fjor", "removed", "Svar fra i fjor", "removedFiles", List.of("a", "b")));
            return null;
        });
        assertThat(browser.get(FORM + "/new").body()).contains("Begynt i fjor").doesNotContain("Svar fra i fjor");
        assertThat(browser.get("/me").body()).contains(FORM + "/new");
        var sent = browser.post(FORM, "go", "send", "once", UUID.randomUUID().toString(), "answers.subject", "Fortsatt");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(sent.header("location")).endsWith("/receipt");
        assertThat(browser.get(String.valueOf(sent.header("location")).replace("/receipt", "")).body()).contains("Begynt i fjor");
        assertThat(kept()).isEmpty();
        world.settle();
    }

    @Test
    void a_draft_does_not_grow_without_end() {
        assertThat(browser.post(FORM + "/draft", "answers.description", "Mus").status()).isEqualTo(200);
        var refused = world.browser(PERSON, "en").post(FORM + "/draft", "answers.description", "a".repeat(300_000));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("at most 256 kB");
        assertThat(kept()).isEqualTo(Map.of("description", "Mus"));
    }

    private UUID service() {
        return services.bySlug("it-service-desk").orElseThrow().id();
    }

    private Map<String, Object> kept() {
        return world.at(PERSON, () -> drafts.of(world.person(PERSON), service()).map(DraftRepository.Draft::given).orElse(Map.of()));
    }
}
