package no.torg.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list in the API, by keyset: {@code after} is the key of the last row seen.
 *
 * @param next the following page's {@code after}; null on the last page
 */
public record Listing<T>(List<T> rows, @Nullable String next) {
    /** How many rows a page has where the caller does not say. */
    public static final String USUAL = "50";
    private static final int MOST = 200;

    /** The number of rows wanted, 1 to 200. */
    public static int limit(int wanted) {
        return Fields.range("limit", wanted, 1, MOST);
    }

    /** Of one row more than wanted, the page and where it goes on. */
    public static <T> Listing<T> of(List<T> oneMore, int limit, Function<T, ?> key) {
        var rows = new ArrayList<>(oneMore.subList(0, Math.min(limit, oneMore.size())));
        return new Listing<>(rows, oneMore.size() > limit ? key.apply(rows.getLast()).toString() : null);
    }

    /** An answer whose Link header names the following page. */
    public static <T> ResponseEntity<T> answer(T body, @Nullable String next) {
        var answer = ResponseEntity.ok();
        if (next != null) {
            var address = ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("after", next).build(true).toUri();
            answer.header(HttpHeaders.LINK, "<" + address.getRawPath() + "?" + address.getRawQuery() + ">; rel=\"next\"");
        }
        return answer.body(body);
    }
}
