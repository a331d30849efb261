package no.torg.insight;

import java.time.LocalDate;

import no.torg.insight.MetricsApi.CountedList;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.tenancy.Tenant;
import no.torg.web.Fields;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of all that one answers for over the API, and the cases behind each. */
@RestController
class OverviewApi {

    private static final int MOST = 200;

    private final OverviewReads reads;
    private final ComparisonReads comparisons;
    private final ForecastReads forecasts;
    private final Reach reach;

    OverviewApi(OverviewReads reads, ComparisonReads comparisons, ForecastReads forecasts, Reach reach) {
        this.reads = reads;
        this.comparisons = comparisons;
        this.forecasts = forecasts;
        this.reach = reach;
    }

    /** The figures of all that the caller may count, as narrowed; 90 days unless a period is given. */
    @GetMapping("/api/metrics/overview")
    @Scope("metrics:read")
    Overview overview(Actor actor, Words words, @ParameterObject @ModelAttribute Narrowing narrowing) {
        return reads.overview(actor, words.language(), reach.asked(actor, narrowing, today()), today());
    }

    /** The figures of two periods, or of two units, beside each other; the period before unless said otherwise. */
    @GetMapping("/api/metrics/comparison")
    @Scope("metrics:read")
    Comparison comparison(Actor actor, @ParameterObject @ModelAttribute Narrowing narrowing, @ParameterObject @ModelAttribute Against against) {
        return comparisons.comparison(actor, reach.asked(actor, narrowing, today()), against, today());
    }

    /** How the time to resolve like cases is spread, by service, team and priority, in groups of at least 20. */
    @GetMapping("/api/metrics/treatment")
    @Scope("metrics:read")
    Treatment treatment(Actor actor, Words words, @ParameterObject @ModelAttribute Narrowing narrowing) {
        return comparisons.treatment(actor, words.language(), reach.asked(actor, narrowing, today()), today());
    }

    /** How many cases the next eight weeks bring, with how well weeks that have been were told; days do not count. */
    @GetMapping("/api/metrics/forecast")
    @Scope("metrics:read")
    Forecast forecast(Actor actor, @ParameterObject @ModelAttribute Narrowing narrowing) {
        return forecasts.forecast(actor, narrowing, today()).forecast();
    }

    /** The cases behind a number of these days: as many, counted the same way. */
    @GetMapping("/api/metrics/cases")
    @Scope("metrics:read")
    CountedList cases(Actor actor, Words words, @ParameterObject @ModelAttribute Narrowing narrowing, @ParameterObject @ModelAttribute Picking picking,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        var most = Fields.range("limit", limit, 1, MOST);
        return CountedList.of(reads.cases(actor, words.language(), narrowing, picking, Place.of(after), most + 1), picking.sorted(), most);
    }

    private static LocalDate today() {
        return LocalDate.now(Tenant.current().zone());
    }
}
