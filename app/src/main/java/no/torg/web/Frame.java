package no.torg.web;

import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands round a page: whose it is, who is looking, in which words and colours.
 *
 * @param tenant the organisation's name; the product's where no tenant is known
 * @param theme the tenant's theme, also the name of its mark among the icons
 * @param contact what the foot says, by kind: address, hours, phone
 * @param viewer null for a stranger
 * @param path path and query of the page, without its choices of language and colours
 * @param csrf read only when a form is drawn; null where there is no such protection
 * @param news gives how much news the viewer has not read
 */
public record Frame(String tenant, String theme, Map<String, String> contact, Words words, @Nullable Viewer viewer, String path,
                                        @Nullable CsrfToken csrf, Scheme scheme, List<MenuItem> menu, IntSupplier news) {

    /** How much news the viewer has not read; asked when it is shown. */
    public int unread() {
        return news.getAsInt();
    }

    /** The same frame, which asks for no news. */
    Frame quiet() {
        return new Frame(tenant, theme, contact, words, viewer, path, csrf, scheme, menu, () -> 0);
    }

    /** The same frame, round a page that answers a form: it stands for this address, where it can be asked for again. */
    public Frame standingFor(String address) {
        return new Frame(tenant, theme, contact, words, viewer, address, csrf, scheme, menu, news);
    }

    /** The links of one place, in order. */
    public List<MenuItem> menu(MenuItem.Place place) {
        return menu.stream().filter(item -> item.place() == place).toList();
    }

    /** Whether this page is the one that a link leads to, or lies below it. */
    public boolean at(String href) {
        var here = path.split("\\?", 2)[0];
        return here.equals(href) || href.length() > 1 && here.startsWith(href + "/");
    }

    /** The address of this same page in another language, or with other colours. */
    public String with(String choice, String value) {
        return UriComponentsBuilder.fromUriString(path).replaceQueryParam(choice, value).build().toUriString();
    }

    /** The theme's style sheet, or the product's own for a theme that is not there. */
    public String themeUrl() {
        var wanted = "theme/" + theme + ".css";
        return Assets.url(Assets.has(wanted) ? wanted : "theme/" + Frames.DEFAULT_THEME + ".css");
    }
}
