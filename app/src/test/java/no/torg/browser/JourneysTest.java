package no.torg.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;
import no.torg.LivedIn;
import no.torg.World;
import no.torg.house.Crawl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People getting their errands done in a real browser: by keyboard alone, without JavaScript, and with a session that ends too soon. */
@LivedIn
class JourneysTest {

    private static final String FOCUSED = """
            () => { const one = document.activeElement; return {tag: one.tagName, type: one.type || '', name: one.name || '', value: one.value || '',
              checked: !!document.querySelector(`[name="${one.name}"]:checked`), required: one.getAttribute('aria-required') === 'true' || one.required === true,
              href: one.getAttribute('href') || ''} }
            """;
    private static final int MOST_STEPS = 400;

    @Autowired
    private World world;

    @Test
    void a_service_is_ordered_by_keyboard_alone() {
        try (var window = Browsers.window(world, Crawl.STRANGER, 1280)) {
            var page = window.newPage();
            page.navigate(Journey.form());
            assertThat(page.url()).contains("/sign-in");
            tabTo(page, "mail");
            page.keyboard().type("nadia.karim@student.fjordvik.example");
            page.keyboard().press("Tab");
            page.keyboard().type(World.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**" + Journey.form());
            for (int i = 0; i < MOST_STEPS && !page.url().endsWith("/receipt"); i++) {
                step(page);
            }
            assertThat(page.url()).as(page.locator("main").innerText()).endsWith("/receipt");
            assertThat(page.locator(".ticket").innerText()).matches("\\d{4}-\\d{6}");
        }
    }

    @Test
    void without_javascript_a_service_is_ordered_and_the_case_closed_again() {
        try (var window = Browsers.window(world, "emma-lindqvist", Browsers.options(world, "emma-lindqvist", 390).setJavaScriptEnabled(false))) {
            var page = window.newPage();
            page.navigate(Journey.form());
            var number = new Journey(page).order();
            page.navigate("/cases/" + number);
            page.locator("#reply textarea").fill("Jeg fant ut av det selv.");
            page.locator("#reply button.ds-button:not([data-variant])").click();
            assertThat(page.locator("main").innerText()).contains("Jeg fant ut av det selv.");
            page.locator("form[action$='/closure'] button").click();
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.locator("form[action$='/closure']").count()).isZero();
            assertThat(page.locator("form[action$='/reopening']").count()).isEqualTo(1);
        }
    }

    @Test
    void a_session_that_ends_in_the_middle_of_a_form_loses_no_word() {
        keepsText("mathias-holm", "mathias.holm@student.fjordvik.example", true, 0);
    }

    @Test
    void nor_does_it_without_javascript() {
        keepsText("oda-myhre", "oda.myhre@student.fjordvik.example", false, 0);
    }

    @Test
    void nor_when_it_is_the_draft_that_finds_the_session_gone() {
        keepsText("lin-wei", "lin.wei@student.fjordvik.example", true, 4_000);
    }

    @Test
    void a_case_workers_note_survives_the_end_of_the_session() {
        try (var window = Browsers.window(world, "jon-moen", 1280)) {
            var page = window.newPage();
            page.navigate("/work");
            page.navigate(String.valueOf(page.locator("main a[href^='/work/cases/']").first().getAttribute("href")));
            page.locator("#composer .as-note").check();
            page.locator("#note-text").fill("Notat fra en økt som var ute");
            window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("torg-session"));
            page.locator("#composer button[value=internal]").click();
            page.locator("#password").waitFor();
            new Journey(page).signIn("jon.moen@fjordvik.example", World.PASSWORD);
            page.locator("main form button").first().click();
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.locator("#talk, #desk").first().innerText()).contains("Notat fra en økt som var ute");
        }
    }

    private void keepsText(String person, String mail, boolean javaScript, int wait) {
        try (var window = Browsers.window(world, person, Browsers.options(world, person, 1280).setJavaScriptEnabled(javaScript))) {
            var page = window.newPage();
            page.navigate(Journey.form());
            window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("torg-session"));
            var journey = new Journey(page);
            var field = page.locator("#fields textarea, #fields input[type=text]").first();
            var name = field.getAttribute("name");
            field.fill("Skrevet før økta gikk ut");
            page.waitForTimeout(wait);
            if (!page.url().contains("/sign-in")) {
                page.locator("#request .actions button[value=next], #request .actions button[value=send]").click();
                page.waitForLoadState(LoadState.LOAD);
            }
            assertThat(page.locator("#password").count()).as("asks to sign in: " + page.url()).isEqualTo(1);
            journey.signIn(mail, World.PASSWORD);
            if (page.locator("#fields").count() == 0) {
                page.locator("main form button").click();
                page.waitForLoadState(LoadState.LOAD);
            }
            page.navigate(Journey.form());
            assertThat(page.locator("#fields [name=\"" + name + "\"]").inputValue()).isEqualTo("Skrevet før økta gikk ut");
        }
    }

    private static void tabTo(Page page, String name) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (focused(page).get("name").equals(name)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + name);
    }

    /** Goes one stop further and answers it if it must be answered. */
    private static void step(Page page) {
        page.keyboard().press("Tab");
        var here = focused(page);
        var type = String.valueOf(here.get("type"));
        var asked = Boolean.TRUE.equals(here.get("required")) && String.valueOf(here.get("value")).isEmpty();
        if (type.equals("radio") && Boolean.FALSE.equals(here.get("checked")) || type.equals("checkbox") && Boolean.FALSE.equals(here.get("checked"))) {
            page.keyboard().press("Space");
            page.waitForTimeout(400);
        } else if (asked && type.startsWith("select")) {
            page.keyboard().press("ArrowDown");
            page.waitForTimeout(400);
        } else if (asked && (type.equals("text") || type.equals("textarea") || type.equals("email") || type.equals("number"))) {
            page.keyboard().type(Journey.answer(type));
        } else if (here.get("value").equals("next") || here.get("value").equals("send")) {
            var before = page.url();
            page.keyboard().press("Enter");
            page.waitForTimeout(300);
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.locator(".ds-error-summary").count()).as("refused after " + before + ": " + page.locator("main").innerText()).isZero();
        }
    }

    private static Map<?, ?> focused(Page page) {
        return (Map<?, ?>) page.evaluate(FOCUSED);
    }
}
