package no.torg.cases.requests;

import static org.assertj.core.api.Assertions.assertThat;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a form says of its fields while it is filled in. */
@TorgTest
class FormDraftTest {

    private static final String SEND = "/services/it-service-desk/requests";
    private static final String DRAFT = SEND + "/draft";
    private static final String REFUSED = "id=\"attachments-error\"";

    @Autowired
    private World world;

    @Test
    void a_refused_file_is_told_at_its_field_until_another_is_chosen() {
        var browser = world.browser("ingrid-hauge").with("HX-Request", "true");
        var refused = browser.post(DRAFT, Client.file("upload.attachments", "nei.exe", "Nei"), "page", "help-page", "answers.description", "Se vedlegg").body();
        assertThat(refused).contains("Se vedlegg").containsPattern("<p [^>]*" + REFUSED + " role=\"alert\">[^<]*nei.exe").containsPattern("id=\"attachments\"[^>]*aria-invalid=\"true\"");
        var told = refused.split("name=\"told.attachments\" value=\"", 2)[1].split("\"", 2)[0];
        var later = browser.post(DRAFT, "page", "help-page", "answers.description", "Se vedlegget", "told.attachments", told).body();
        assertThat(later).as("told still, but not aloud again").contains("Se vedlegget").contains(REFUSED).contains("nei.exe").doesNotContain("role=\"alert\"");
        var chosen = browser.post(DRAFT, Client.file("upload.attachments", "ja.txt", "Ja"), "page", "help-page", "answers.description", "Se vedlegget", "told.attachments", told).body();
        assertThat(chosen).contains("ja.txt").doesNotContain(REFUSED).doesNotContain("nei.exe");
        assertThat(browser.post(SEND, "go", "discard").status()).isEqualTo(204);
    }

    @Test
    void without_javascript_a_refused_file_is_told_there_too_and_hinders_nobody() {
        var browser = world.browser("ingrid-hauge");
        var refused = browser.post(SEND, Client.file("upload.attachments", "nei.exe", "Nei"), "page", "help-page", "go", "next", "answers.description", "Se vedlegg");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#attachments\"").contains(REFUSED).contains("name=\"told.attachments\"").doesNotContain("name=\"checked\"");
        assertThat(browser.post(SEND, "page", "help-page", "go", "next", "answers.description", "Se vedlegg", "told.attachments", "nei.exe").status()).isEqualTo(303);
        assertThat(browser.post(SEND, "go", "discard").status()).isEqualTo(303);
    }

    @Test
    void what_is_mended_is_no_longer_wrong_and_what_is_not_still_is() {
        var browser = world.browser("amir-haddad");
        var wrong = browser.post(SEND, "page", "help-page", "go", "next", "answers.area", "room", "answers.description", "", "answers.room", "").body();
        assertThat(wrong).contains("name=\"checked\" value=\"true\"").contains("id=\"description-error\"").contains("id=\"room-error\"");
        var mended = browser.post(DRAFT, "page", "help-page", "checked", "true", "answers.area", "room", "answers.description", "Lyset er borte", "answers.room", "").body();
        assertThat(mended).contains("id=\"room-error\"").doesNotContain("id=\"description-error\"");
        assertThat(wrong).contains("<div id=\"errors\">").contains("Correct 2 things").doesNotContain("hx-swap-oob");
        assertThat(mended).as("the summary too").contains("<div id=\"errors\" hx-swap-oob=\"true\">").contains("Correct one thing").contains("href=\"#room\"")
                .doesNotContain("href=\"#description\"");
        assertThat(browser.post(DRAFT, "page", "help-page", "answers.area", "room", "answers.description", "", "answers.room", "").body()).as("not checked yet").doesNotContain("-error\"");
        assertThat(browser.post(SEND, "go", "discard").status()).isEqualTo(303);
    }
}
