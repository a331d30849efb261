package no.torg.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import no.torg.LivedIn;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The requester's pages as they behave in a browser. */
@LivedIn
class RequesterPagesTest {

    private static final FilePayload[] TWO = {file("Kvittering.txt"), file("Avtale.txt")};

    @Autowired
    private World world;

    @Test
    void the_files_chosen_for_a_reply_are_told() {
        try (var window = Browsers.window(world, "emma-lindqvist", 390)) {
            var page = toACase(window);
            page.locator("#files").setInputFiles(TWO);
            assertThat(page.locator("[data-chosen=files] li").allInnerTexts()).containsExactly("Kvittering.txt", "Avtale.txt");
            page.locator("#files").setInputFiles(new FilePayload[0]);
            assertThat(page.locator("[data-chosen=files] li").count()).isZero();
        }
    }

    @Test
    void nor_is_the_choice_unseen_without_javascript() {
        try (var window = Browsers.window(world, "emma-lindqvist", Browsers.options(world, "emma-lindqvist", 390).setJavaScriptEnabled(false))) {
            var page = toACase(window);
            assertThat(page.locator("#files").evaluate("field => getComputedStyle(field).opacity")).isEqualTo("1");
        }
    }

    @Test
    void a_draft_is_opened_where_it_says_so_and_deleted_only_when_one_is_sure() {
        var emma = world.browser("emma-lindqvist");
        assertThat(emma.post("/services/it-service-desk/requests/draft", "page", "help-page", "answers.description", "Halvferdig").status()).isEqualTo(200);
        try (var window = Browsers.window(world, "emma-lindqvist", 1280)) {
            var page = window.newPage();
            page.navigate("/me");
            var side = page.locator(".row:has(a[href^='/services/it-service-desk/']) .row-side").boundingBox();
            page.mouse().click(side.x + side.width / 2, side.y + side.height / 2);
            page.waitForURL("**/services/it-service-desk/requests/new*");
            assertThat(page.locator("button[value=discard]").isVisible()).isFalse();
            page.locator(".actions summary").click();
            page.locator("button[value=discard]").click();
            page.waitForURL("**/services/it-service-desk");
            page.navigate("/me");
            assertThat(page.locator("a[href^='/services/it-service-desk/requests']").count()).isZero();
        }
    }

    @Test
    void the_summary_of_what_is_wrong_counts_down_while_one_mends_it_and_takes_no_focus() {
        try (var window = Browsers.window(world, "amir-haddad", 1280)) {
            var page = window.newPage();
            page.navigate("/services/order-guest-account/requests/new");
            page.locator(".actions button[value=next]").click();
            var title = page.locator("#errors-title");
            title.waitFor();
            var before = title.innerText();
            var first = page.locator(".ds-error-summary a").first().getAttribute("href");
            var field = page.locator("[id='" + first.substring(1) + "']");
            page.waitForResponse("**/requests/draft", () -> {
                field.fill("Jonas Ekdal");
                field.press("Tab");
            });
            page.waitForFunction("before => document.querySelector('#errors-title')?.innerText !== before", before);
            assertThat(page.locator(".ds-error-summary a[href='" + first + "']").count()).isZero();
            assertThat(page.evaluate("() => document.activeElement.className").toString()).doesNotContain("summary");
        }
    }

    private Page toACase(BrowserContext window) {
        var page = window.newPage();
        page.navigate("/cases/" + open());
        return page;
    }

    private String open() {
        return world.api("emma-lindqvist").with("Idempotency-Key", UUID.randomUUID().toString())
                .send("POST", "/api/services/it-service-desk/requests", Map.of("answers", Map.of("description", "Hva er valgt?"))).json().get("number").asString();
    }

    private static FilePayload file(String name) {
        return new FilePayload(name, "text/plain", "Betalt".getBytes(StandardCharsets.UTF_8));
    }
}
