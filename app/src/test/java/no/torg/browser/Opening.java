package no.torg.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/** A state that a page can be opened into: its menus open, its choices made, its forms refused. */
record Opening(String name, Runnable open) {

    private static final int MOST_CHOICES = 6;
    private static final String MENUS = """
            () => { const closed = [...document.querySelectorAll('details:not([open])'), ...document.querySelectorAll('[aria-expanded=false]')];
              closed.forEach(one => one.tagName === 'DETAILS' ? one.open = true : one.click());
              document.querySelectorAll('[popover]').forEach(one => one.showPopover()); return closed.length }
            """;

    /** A choice that changes the case itself is no state of its page: made, it would take the case from the person who looks. */
    private static final String IN = "main form[method=post]:not([hx-target=\"#properties\"])";
    private static final String TICKS = "'" + IN + " input[type=radio], " + IN + " input[type=checkbox]'";
    private static final String CHOICES = """
            () => Math.max(0, ...[...document.querySelectorAll(%s)].map(one => [...document.getElementsByName(one.name)].indexOf(one) + 1),
              ...[...document.querySelectorAll('%s select')].map(one => one.options.length))
            """.formatted(TICKS, IN);
    private static final String CHOOSE = """
            nth => { for (const one of document.querySelectorAll(%s))
                if (one.checkVisibility() && [...document.getElementsByName(one.name)].indexOf(one) === nth && !one.checked) one.click();
              for (const one of document.querySelectorAll('%s select')) if (one.options.length > nth && one.selectedIndex !== nth) {
                one.selectedIndex = nth; one.dispatchEvent(new Event('change', {bubbles: true})) } }
            """.formatted(TICKS, IN);
    private static final String FORMS = "main form[method=post]:has([required], [aria-required=true]), main form[method=post][enctype]:has(textarea)";
    private static final String SUBMIT = """
            form => { form.noValidate = true; form.removeAttribute('hx-post');
              form.querySelectorAll('textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=file])').forEach(one => one.value = '');
              const button = [...form.querySelectorAll('button:not([type=button])')].filter(one => one.checkVisibility() && !/^(clear|drop|add|remove|discard|previous)/.test(one.value))[0];
              if (!button) return false;
              button.click(); return true }
            """;

    /** The states of the page that is shown; each starts from the page anew. */
    static List<Opening> of(Page page) {
        var openings = new ArrayList<Opening>();
        if (page.locator("details:not([open]), [aria-expanded=false], [popover]").count() > 0) {
            openings.add(new Opening("menus", () -> page.evaluate(MENUS)));
        }
        var choices = Math.min(MOST_CHOICES, ((Number) page.evaluate(CHOICES)).intValue());
        for (int i = 0; i < choices; i++) {
            var nth = i;
            openings.add(new Opening("choice " + (nth + 1), () -> choose(page, nth)));
        }
        var forms = page.locator(FORMS).count();
        for (int i = 0; i < forms; i++) {
            var nth = i;
            openings.add(new Opening("errors " + (nth + 1), () -> submit(page, page.locator(FORMS).nth(nth))));
        }
        return openings;
    }

    /** Chooses twice, for what the first choice brings to light. */
    private static void choose(Page page, int nth) {
        page.evaluate(CHOOSE, nth);
        settle(page);
        page.evaluate(CHOOSE, nth);
        settle(page);
    }

    private static void submit(Page page, Locator form) {
        var posted = form.evaluate(SUBMIT);
        if (Boolean.TRUE.equals(posted)) {
            settle(page);
            page.waitForLoadState(LoadState.LOAD);
        }
    }

    /** Until what htmx has asked for is there; a request begins some moments after the event that wants it. */
    private static void settle(Page page) {
        page.waitForTimeout(120);
        try {
            page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')", null, new Page.WaitForFunctionOptions().setTimeout(4_000));
        } catch (TimeoutError slow) {
            throw new AssertionError("The page does not come to rest: " + page.url(), slow);
        }
    }
}
