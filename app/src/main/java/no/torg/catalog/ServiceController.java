package no.torg.catalog;

import java.util.List;

import no.torg.web.Frame;
import no.torg.web.OpenToAll;
import no.torg.web.Page;
import no.torg.people.Actors;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue, and a service's own page; open to all, for what one may ask for is no secret. */
@Controller
class ServiceController {

    private final CataloguePages pages;
    private final Actors actors;

    ServiceController(CataloguePages pages, Actors actors) {
        this.pages = pages;
        this.actors = actors;
    }

    @OpenToAll
    @GetMapping("/services")
    Page services(Frame frame, HttpServletRequest request, @RequestParam(required = false) @Nullable String audience, @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> topic, @RequestParam(defaultValue = "") String kind) {
        var chosen = new CataloguePages.Choice(pages.audience(audience, actors.of(request)), q, topic, kind);
        return Page.of("catalog/services", pages.catalogue(frame, chosen));
    }

    @OpenToAll
    @GetMapping("/services/{slug}")
    Page service(Frame frame, HttpServletRequest request, @PathVariable String slug) {
        return Page.of("catalog/service", pages.service(frame, actors.of(request), slug));
    }
}
