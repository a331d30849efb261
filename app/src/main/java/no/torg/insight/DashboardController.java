package no.torg.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import no.torg.insight.Dashboard.Written;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.Frame;
import no.torg.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saved dashboards. */
@Controller
class DashboardController {

    private static final String PATH = "/insight/dashboards";

    private final Dashboards dashboards;
    private final DashboardPages pages;

    DashboardController(Dashboards dashboards, DashboardPages pages) {
        this.dashboards = dashboards;
        this.pages = pages;
    }

    @GetMapping(PATH)
    Page all(Actor actor, Frame frame, @ModelAttribute Narrowing narrowing) {
        return Page.of("insight/dashboards", pages.all(actor, frame, narrowing, today()));
    }

    @GetMapping(PATH + "/{id}")
    Page one(Actor actor, Frame frame, @PathVariable UUID id) {
        return Page.of("insight/dashboard", pages.one(actor, frame, id, today()));
    }

    @PostMapping(PATH)
    Page create(Actor actor, @ModelAttribute Narrowing narrowing, @RequestParam String name, @RequestParam(required = false) @Nullable List<String> panels,
            @RequestParam(defaultValue = "false") boolean shared) {
        return Page.redirect(PATH + "/" + dashboards.create(actor, new Written(name, shared, narrowing, Panel.of(panels))));
    }

    @PostMapping(PATH + "/{id}")
    Page change(Actor actor, @PathVariable UUID id, @ModelAttribute Narrowing narrowing, @RequestParam String name,
            @RequestParam(required = false) @Nullable List<String> panels, @RequestParam(defaultValue = "false") boolean shared) {
        dashboards.find(actor, id);
        dashboards.change(actor, id, new Written(name, shared, narrowing, Panel.of(panels)));
        return Page.redirect(PATH + "/" + id);
    }

    @PostMapping(PATH + "/{id}/deletion")
    Page delete(Actor actor, @PathVariable UUID id) {
        dashboards.delete(actor, id);
        return Page.redirect(PATH);
    }

    private static LocalDate today() {
        return LocalDate.now(Tenant.current().zone());
    }
}
