package no.torg.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

import no.torg.LivedIn;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The case worker's pages as they behave in a browser. */
@LivedIn
class DeskTest {

    /** Gives the case to another and then changes how it hastes, as one who has seen another urgency than there is: the second is refused. */
    private static final String BOTH_AT_ONCE = """
            () => { const change = (name, index) => { const one = document.querySelector(`#properties select[name=${name}]`);
                one.selectedIndex = one.selectedIndex === index ? index + 1 : index; one.dispatchEvent(new Event('change', {bubbles: true})) };
              document.querySelector('#properties [name=seen-urgency]').value += '?';
              change('handler', 1); change('urgency', 0) }
            """;

    /** Lets every case in the list be overdue; gives of each whether the time lies within its cell, beyond which it is cut. */
    private static final String OVERDUE = """
            () => [...document.querySelectorAll('td.c-due')].map(cell => { const due = cell.querySelector('.due');
                due.dataset.color = 'danger'; due.lastChild.data = '23 t 59 min over';
                return due.getBoundingClientRect().right <= cell.getBoundingClientRect().right - parseFloat(getComputedStyle(cell).paddingRight) + 0.5 })
            """;

    @Autowired
    private World world;

    @Test
    void a_refusal_is_told_though_another_change_was_answered_first() {
        try (var window = Browsers.window(world, "jon-moen", 1280)) {
            var page = window.newPage();
            toACase(page);
            page.route("**/priority*", route -> {
                pause();
                route.resume();
            });
            page.waitForResponse("**/priority*", () -> page.evaluate(BOTH_AT_ONCE));
            page.locator("#notice > *").waitFor();
            assertThat(page.locator("#notice").innerText()).isNotBlank();
            page.waitForFunction("() => document.querySelector('#properties select[name=handler]').value !== ''");
        }
    }

    @Test
    void enter_on_what_is_to_be_written_sends_nothing() {
        try (var window = Browsers.window(world, "jon-moen", 1280)) {
            var page = window.newPage();
            var sent = new ArrayList<String>();
            page.onRequest(request -> sent.add(request.method() + " " + request.url()));
            toACase(page);
            page.locator("#reply-text").fill("Et halvt svar");
            page.locator("#composer .as-note").check();
            page.locator("#composer .as-note").press("Enter");
            page.waitForTimeout(300);
            assertThat(sent).noneMatch(request -> request.startsWith("POST") && request.contains("/messages"));
        }
    }

    @Test
    void while_a_message_is_on_its_way_neither_button_sends_another() {
        try (var window = Browsers.window(world, "jon-moen", 1280)) {
            var page = window.newPage();
            toACase(page);
            var dead = new ArrayList<Object>();
            page.route("**/messages*", route -> {
                dead.add(page.locator("#composer button[name=audience]:disabled").count());
                route.resume();
            });
            page.locator("#reply-text").fill("Et svar på vei");
            page.waitForResponse("**/messages*", () -> page.locator("#composer button[value=public]").click());
            assertThat(dead).containsExactly(2);
        }
    }

    @Test
    void what_is_opened_and_typed_beside_the_case_stays_when_the_case_changes() {
        try (var window = Browsers.window(world, "jon-moen", 1280)) {
            var page = window.newPage();
            toACase(page);
            page.locator("#props-close > summary").click();
            page.locator("#close-note").fill("Ringt og avtalt");
            page.locator("#close-duplicate").check();
            var urgency = page.locator("#prop-urgency").inputValue();
            for (int i = 0; i < 2; i++) {
                page.evaluate("document.querySelector('#prop-urgency').selectedIndex = -1");
                page.waitForResponse("**/properties*", () -> page.evaluate("document.getElementById('properties').dispatchEvent(new Event('torg:changed'))"));
                page.waitForFunction("() => document.querySelector('#prop-urgency').selectedIndex !== -1");
            }
            assertThat(page.locator("#close-note").isVisible()).isTrue();
            assertThat(page.locator("#close-note").inputValue()).isEqualTo("Ringt og avtalt");
            assertThat(page.locator("#close-duplicate").isChecked()).isTrue();
            assertThat(page.locator("#prop-urgency").inputValue()).as("what is sent at once is the server's").isEqualTo(urgency);
        }
    }

    @Test
    void a_change_that_does_not_reach_the_service_is_told_in_sight_and_not_shown_as_made() {
        try (var window = Browsers.window(world, "jon-moen", 390)) {
            var page = window.newPage();
            toACase(page);
            var before = page.locator("#prop-urgency").inputValue();
            var other = String.valueOf(page.locator("#prop-urgency option:not([selected])").first().getAttribute("value"));
            window.setOffline(true);
            page.locator("#prop-urgency").selectOption(other);
            page.locator("#notice [role=alert]").waitFor();
            assertThat(page.locator("#notice").innerText()).contains("ikke lagret");
            assertThat(page.evaluate("() => { const at = document.querySelector('#notice [role=alert]').getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight }"))
                    .isEqualTo(true);
            assertThat(page.locator("#prop-urgency").inputValue()).isEqualTo(before);
            window.setOffline(false);
            page.waitForResponse("**/priority*", () -> page.locator("#prop-urgency").selectOption(other));
            page.waitForFunction("() => !document.querySelector('#notice').firstElementChild");
        }
    }

    @Test
    void to_look_through_the_teams_by_the_keyboard_moves_no_case() {
        try (var window = Browsers.window(world, "jon-moen", 1280)) {
            var page = window.newPage();
            var sent = new ArrayList<String>();
            page.onRequest(request -> sent.add(request.method() + " " + request.url()));
            toACase(page);
            var team = page.locator("#prop-team").inputValue();
            page.locator("#prop-team").press(page.locator("#prop-team option").first().getAttribute("selected") == null ? "ArrowUp" : "ArrowDown");
            page.waitForTimeout(300);
            assertThat(page.locator("#prop-team").inputValue()).isNotEqualTo(team);
            assertThat(sent).noneMatch(request -> request.startsWith("POST") && request.contains("/team"));
            assertThat(page.locator("form[action*='/team'] button").isVisible()).isTrue();
        }
    }

    @Test
    void the_keys_go_on_from_where_one_is_though_the_list_was_drawn_again_and_can_be_turned_off() {
        try (var window = Browsers.window(world, "kari-lunde", 1280)) {
            var page = window.newPage();
            page.navigate("/work/all");
            var rows = page.locator("#list a.title");
            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(rows.nth(1).evaluate("row => row === document.activeElement")).isEqualTo(true);
            page.evaluate("document.querySelector('#list').dataset.old = ''");
            page.evaluate("document.querySelector('#list').dispatchEvent(new Event('torg:changed'))");
            page.waitForFunction("() => document.querySelector('#list:not([data-old], .htmx-request)')");
            page.keyboard().press("j");
            assertThat(rows.nth(2).evaluate("row => row === document.activeElement")).isEqualTo(true);
            page.locator("button[data-keys]").click();
            page.reload();
            page.keyboard().press("j");
            assertThat(page.locator("#list a.title:focus").count()).isZero();
            assertThat(page.locator(".keys kbd").first().isVisible()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 320})
    void the_filters_open_within_a_narrow_page(int width) {
        try (var window = Browsers.window(world, "kari-lunde", width)) {
            var page = window.newPage();
            page.navigate("/work/all?state=all&sort=due");
            page.locator("details.menu.left > summary").click();
            assertThat(page.locator(".menu-form").isVisible()).isTrue();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth && document.querySelector('.menu-form').getBoundingClientRect().left >= 0"))
                    .isEqualTo(true);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 1000, 390})
    void overdue_time_is_told_whole(int width) {
        try (var window = Browsers.window(world, "kari-lunde", width)) {
            var page = window.newPage();
            page.navigate("/work/all");
            assertThat((List<?>) page.evaluate(OVERDUE)).isNotEmpty().allMatch(Boolean.TRUE::equals);
        }
    }

    private static void toACase(Page page) {
        page.navigate("/work/unassigned");
        page.navigate(String.valueOf(page.locator("main a[href^='/work/cases/']").first().getAttribute("href")));
    }

    /** Longer than the other change takes. */
    private static void pause() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
