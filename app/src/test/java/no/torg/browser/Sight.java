package no.torg.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** A page as it stands in a browser, and what is wrong with it: by axe with every rule, too wide, or complained of in the console. */
final class Sight {

    private static final String AXE = AxeBuilder.getAxeScript();
    private static final String LOOK = """
            () => axe.run(document, {resultTypes: ['violations'], reporter: 'v2'}).then(found => found.violations.map(rule =>
              rule.id + ' (' + rule.impact + '): ' + rule.help + rule.nodes.slice(0, 4).map(node => '\\n      ' + node.target.join(' ') + '  ' + node.html.slice(0, 160)).join('')))
            """;

    private static final String WIDEST = """
            (() => { for (const e of [...document.querySelectorAll('body *')].reverse()) if (e.getBoundingClientRect().right > innerWidth + 1)
              return e.tagName + '.' + e.className; return 'nothing found' })()
            """;

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Sight(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isOwnStatus(message)) {
                complaints.add("console: " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
    }

    Page page() {
        return page;
    }

    Sight at(String address) {
        page.navigate(address);
        page.evaluate("() => document.fonts.ready.then(() => true)");
        return this;
    }

    Sight width(int width) {
        page.setViewportSize(width, 900);
        return this;
    }

    /** What is wrong now; what the console said since the last look is among it. */
    List<String> wrong() {
        var wrong = new ArrayList<>(complaints);
        complaints.clear();
        var wider = ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
        if (wider > 0) {
            wrong.add(wider + " px too wide: " + page.evaluate(WIDEST));
        }
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AXE);
        }
        ((List<?>) page.evaluate(LOOK)).forEach(violation -> wrong.add("axe: " + violation));
        return wrong;
    }

    /** Chromium complains of a form that is answered 422 with itself, and of a missing page that one asked for. */
    private boolean isOwnStatus(ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource") && (message.location().startsWith(page.url().split("[?#]")[0]) || message.text().contains("422"));
    }
}
