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
    private final ComparisonPages comparisons;
    private final ForecastPages forecasts;

    OverviewController(OverviewPages pages, ComparisonPages comparisons, ForecastPages forecasts) {
        this.pages = pages;
        this.comparisons = comparisons;
        this.forecasts = forecasts;
    }

    @GetMapping("/insight")
    Page overview(Actor actor, Frame frame, @ModelAttribute Narrowing narrowing) {
        return Page.of("insight/overview", pages.overview(actor, frame, narrowing, today()));
    }

    @GetMapping("/insight/comparison")
    Page comparison(Actor actor, Frame frame, @ModelAttribute Narrowing narrowing, @ModelAttribute Against against) {
        return Page.of("insight/comparison", comparisons.comparison(actor, frame, narrowing, against, today()));
    }

    @GetMapping("/insight/treatment")
    Page treatment(Actor actor, Frame frame, @ModelAttribute Narrowing narrowing) {
        return Page.of("insight/treatment", comparisons.treatment(actor, frame, narrowing, today()));
    }

    @GetMapping("/insight/forecast")
    Page forecast(Actor actor, Frame frame, @ModelAttribute Narrowing narrowing) {
        return Page.of("insight/forecast", forecasts.forecast(actor, frame, narrowing, today()));
    }

    @GetMapping("/insight/cases")
    Page cases(Actor actor, Frame frame, @ModelAttribute Narrowing narrowing, @ModelAttribute Picking picking, @RequestParam(required = false) @Nullable String after) {
        return Page.of("insight/cases", pages.cases(actor, frame, narrowing, picking, after));
    }

    private static LocalDate today() {
        return LocalDate.now(Tenant.current().zone());
    }
}
