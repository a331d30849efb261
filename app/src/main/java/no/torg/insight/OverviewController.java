package no.torg.insight;

import java.time.LocalDate;

import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.Frame;
import no.torg.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of all that one answers for, and the cases behind each. */
@Controller
class OverviewController {

    private final OverviewPages pages;

    OverviewController(OverviewPages pages) {
        this.pages = pages;
    }

    @GetMapping("/insight")
    Page overview(Actor actor, Frame frame, @ModelAttribute Narrowing narrowing) {
        return Page.of("insight/overview", pages.overview(actor, frame, narrowing, LocalDate.now(Tenant.current().zone())));
    }

    @GetMapping("/insight/cases")
    Page cases(Actor actor, Frame frame, @ModelAttribute Narrowing narrowing, @ModelAttribute Picking picking, @RequestParam(required = false) @Nullable String after) {
        return Page.of("insight/cases", pages.cases(actor, frame, narrowing, picking, after));
    }
}
