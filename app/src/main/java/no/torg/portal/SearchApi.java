package no.torg.portal;

import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.portal.views.Hit;
import no.torg.search.Span;
import no.torg.web.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search over the API: the same hits as on the page, for the same person. */
@RestController
class SearchApi {

    private static final int SERVICES = 10;

    private final Finder finder;
    private final Frames frames;

    SearchApi(Finder finder, Frames frames) {
        this.finder = finder;
        this.frames = frames;
    }

    /** What was found, best first; {@code next} is what to send as {@code after} for more cases, null on the last page. */
    record Found(List<FoundHit> services, List<FoundHit> cases, @Nullable String next) {
    }

    /** A hit: where it is, its number where it is a case, its title, and the piece of text that matched with marks as spans. */
    record FoundHit(String href, @Nullable String number, String title, List<Span> snippet) {
    }

    @Operation(summary = "Search services, and the cases you may see, by everyday words")
    @Scope("search:read")
    @GetMapping("/api/search")
    Found search(Actor actor, HttpServletRequest request, @RequestParam String q, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        var words = frames.words(request);
        var cases = finder.cases(actor, words, q, after, Math.clamp(limit, 1, 50));
        var services = after == null ? finder.services(words, q, SERVICES) : List.<Hit>of();
        return new Found(services.stream().map(SearchApi::hit).toList(), cases.hits().stream().map(SearchApi::hit).toList(), cases.next());
    }

    private static FoundHit hit(Hit hit) {
        var title = hit.title().stream().map(Span::text).collect(Collectors.joining());
        return new FoundHit(hit.href(), hit.side(), title, hit.note());
    }
}
