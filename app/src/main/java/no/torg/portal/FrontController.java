package no.torg.portal;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.Actors;
import no.torg.web.Frame;
import no.torg.web.OpenToAll;
import no.torg.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front page, for everybody. */
@Controller
class FrontController {

    private final FrontPages pages;
    private final Actors actors;

    FrontController(FrontPages pages, Actors actors) {
        this.pages = pages;
        this.actors = actors;
    }

    @OpenToAll
    @GetMapping("/")
    Page front(Frame frame, HttpServletRequest request, @RequestParam(required = false) @Nullable String audience) {
        return Page.of("portal/front", pages.front(frame, actors.of(request), audience));
    }
}
