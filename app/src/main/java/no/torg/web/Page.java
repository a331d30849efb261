package no.torg.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What a handler of pages answers with: a template with its one view record, or another address.
 *
 * @param template path under {@code jte/} without its ending, as {@code portal/front}; null for a redirect
 */
public record Page(@Nullable String template, @Nullable Object view, HttpStatus status, HttpHeaders headers) {
    /** A whole page. */
    public static Page of(String template, Object view) {
        return new Page(template, view, HttpStatus.OK, new HttpHeaders());
    }

    /** A part of a page, which no cache may mistake for the page itself. */
    public static Page fragment(String template, Object view) {
        return of(template, view).header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.VARY, "HX-Request");
    }

    /** Sends the browser on with a GET (303), from a plain form as well as from htmx. */
    public static Page redirect(String address) {
        var page = new Page(null, null, HttpStatus.SEE_OTHER, new HttpHeaders());
        page.headers.setLocation(URI.create(address));
        return page;
    }

    /** The same page with another status, 422 for a form to correct. */
    public Page status(HttpStatus other) {
        return new Page(template, view, other, headers);
    }

    /** The same page with one header more. */
    public Page header(String name, String value) {
        var more = new HttpHeaders(headers);
        more.set(name, value);
        return new Page(template, view, status, more);
    }
}
