package no.torg.portal;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.Actors;
import no.torg.portal.views.Hit;
import no.torg.portal.views.SearchPage;
import no.torg.portal.views.Suggestions;
import no.torg.web.Frame;
import no.torg.web.OpenToAll;
import no.torg.web.Page;
import no.torg.web.views.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search over services, and over the cases that the asker may see. */
@Controller
class SearchController {

    private static final int SUGGESTED = 5;
    private static final int SERVICES = 10;
    private static final int CASES = 20;

    private final Finder finder;
    private final Actors actors;

    SearchController(Finder finder, Actors actors) {
        this.finder = finder;
        this.actors = actors;
    }

    @OpenToAll
    @GetMapping("/search")
    Page search(Frame frame, HttpServletRequest request, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after) {
        var services = after == null ? finder.services(frame.words(), q, SERVICES) : List.<Hit>of();
        var cases = actors.of(request).map(actor -> finder.cases(actor, frame.words(), q, after, CASES)).orElse(Finder.Cases.NONE);
        var address = "/search?q=" + Finder.encoded(q);
        var pager = new Pager(after == null ? null : address, cases.next() == null ? null : address + "&after=" + Finder.encoded(cases.next()), "");
        return Page.of("portal/search", new SearchPage(frame, q, services, cases.hits(), null, pager));
    }

    @OpenToAll
    @GetMapping("/search/suggestions")
    Page suggestions(Frame frame, HttpServletRequest request, @RequestParam(defaultValue = "") String q) {
        var services = finder.services(frame.words(), q, SUGGESTED);
        var cases = actors.of(request).map(actor -> finder.cases(actor, frame.words(), q, null, SUGGESTED)).orElse(Finder.Cases.NONE);
        return Page.fragment("portal/suggestions", new Suggestions(frame.words(), q, services, cases.hits()));
    }
}
