package no.torg.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands round a page: whose it is, who is looking, in which words and colours.
 *
 * @param tenant the organisation's name; the product's where no tenant is known
 * @param theme the tenant's theme, also the name of its mark among the icons
 * @param contact what the foot says, by kind – address, hours, phone – and by kind and language, as {@code hours-nn}
 * @param viewer null for a stranger
 * @param path path and query of the page, without its choices of language and colours
 * @param csrf read only when a form is drawn; null where there is no such protection
 * @param news gives how much news the viewer has not read
 */
public record Frame(String tenant, String theme, Map<String, String> contact, Words words, @Nullable Viewer viewer, String path,
                                        @Nullable CsrfToken csrf, Scheme scheme, List<MenuItem> menu, IntSupplier news) {
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ]{3,}\\d");

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

    /** What the foot says of a kind, in the page's language where it is given in that; null where it is not given. */
    public @Nullable String contact(String kind) {
        var own = contact.get(kind + "-" + words.language().code());
        return own == null ? contact.get(kind) : own;
    }

    /** The link by which a telephone calls the number in such a text; null where there is none. */
    public static @Nullable String call(String text) {
        var number = NUMBER.matcher(text);
        return number.find() ? "tel:" + number.group().replace(" ", "") : null;
    }

    /** Where one signs in and comes back to this page; a page that is for signing in is not come back to. */
    public String signIn() {
        return at("/sign-in") ? path : at("/password") ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
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
