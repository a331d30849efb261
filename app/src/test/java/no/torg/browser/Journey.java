package no.torg.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Fills a service's form as a person does, knowing nothing of the service: what must be answered is answered, page by page, until the receipt. */
final class Journey {

    private static final int MOST_PAGES = 12;
    private static final Properties SAID = new Properties();

    static {
        try (var in = new InputStreamReader(Journey.class.getResourceAsStream("/journeys.properties"), StandardCharsets.UTF_8)) {
            SAID.load(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private final Page page;

    Journey(Page page) {
        this.page = page;
    }

    /** Where the form is. */
    static String form() {
        return "/services/" + SAID.getProperty("service") + "/requests/new";
    }

    /** What is written in a control that takes text. */
    static String answer(String type) {
        return SAID.getProperty(type.equals("email") ? "mail" : type.equals("number") ? "number" : "text");
    }

    /** Answers and goes on until there is a receipt; gives the case's number. Works without JavaScript. */
    String order() {
        for (int i = 0; i < MOST_PAGES && !page.url().endsWith("/receipt"); i++) {
            answer();
            page.locator("#request .actions button[value=next], #request .actions button[value=send]").click();
            page.waitForLoadState(LoadState.LOAD);
        }
        if (!page.url().endsWith("/receipt")) {
            throw new AssertionError("No receipt, but " + page.url() + ": " + page.locator("main").innerText());
        }
        return page.locator(".ticket").innerText();
    }

    /** Answers what must be answered on this page. */
    void answer() {
        // an answer may bring new questions, at once or when the page comes back
        for (int i = 0; i < 3; i++) {
            for (var control : page.locator("#fields input:not([type=hidden], [type=file]), #fields select, #fields textarea").all()) {
                if (control.count() > 0 && control.isVisible()) {
                    answer(control);
                }
            }
        }
    }

    private void answer(Locator control) {
        var type = String.valueOf(control.getAttribute("type"));
        var tag = String.valueOf(control.evaluate("one => one.tagName"));
        if (type.equals("radio") || type.equals("checkbox")) {
            var name = control.getAttribute("name");
            if (page.locator("#fields [name=\"" + name + "\"]:checked").count() == 0) {
                control.check();
            }
        } else if (control.getAttribute("aria-required") != null && control.inputValue().isEmpty()) {
            if (tag.equals("SELECT")) {
                control.selectOption(new SelectOption().setIndex(1));
            } else {
                control.fill(answer(String.valueOf(control.getAttribute("inputmode")).equals("numeric") ? "number" : type));
            }
        }
    }

    /** Signs in at the page that is shown. */
    void signIn(String mail, String password) {
        page.locator("#mail").fill(mail);
        page.locator("#password").fill(password);
        page.locator("main form button").click();
        page.waitForLoadState(LoadState.LOAD);
    }
}
