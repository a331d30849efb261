package no.torg.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import no.torg.cases.CountedCases.Counted;
import no.torg.cases.CountedCases.Order;
import no.torg.insight.FigureReads.Days;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.tenancy.Tenant;
import no.torg.web.Invalid;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service's figures over the API, and the cases behind each number. */
@RestController
class MetricsApi {

    private static final int MOST = 200;

    private final FigureReads reads;
    private final Reach reach;

    MetricsApi(FigureReads reads, Reach reach) {
        this.reads = reads;
        this.reach = reach;
    }

    /** Cases behind a number; {@code next} asks for those after them, null when there are none. */
    public record CountedList(List<CountedCase> cases, @Nullable String next) {

        static CountedList of(List<Counted> found, Order order, int limit) {
            var shown = found.subList(0, Math.min(limit, found.size()));
            return new CountedList(shown.stream().map(CountedCase::of).toList(), found.size() > limit ? Place.text(shown.getLast(), order) : null);
        }
    }

    /** A time that a case was counted; number, state and opened are null where the case has gone to others, whom the caller may not look in on. */
    public record CountedCase(LocalDate day, UUID team, String teamName, @Nullable Integer workingMinutes, @Nullable Boolean late, @Nullable String number,
            @Nullable String title, @Nullable String state, @Nullable Instant opened) {

        static CountedCase of(Counted counted) {
            var file = counted.file();
            return new CountedCase(counted.day(), counted.team(), counted.teamName(), counted.minutes(), counted.late(), file == null ? null : file.number(),
                    file == null ? null : file.title(), file == null ? null : file.state().code(), file == null ? null : file.opened());
        }
    }

    /** The figures of a period: {@code period} is 30, 90, year or all, or the days are given; dates as 2026-11-24. */
    @GetMapping("/api/metrics/services/{slug}")
    @Scope("metrics:read")
    ServiceFigures figures(Actor actor, @PathVariable String slug, @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to, @RequestParam(required = false) @Nullable UUID team) {
        var today = LocalDate.now(Tenant.current().zone());
        return reads.figures(actor, slug, reach.asked(actor, new Narrowing(null, slug, team, period, from, to), today).days(today), team, today).figures();
    }

    /** The cases behind a number of these days: as many, counted the same way; see {@code measure} in the answer to a wrong one. {@code order} is newest or slowest. */
    @GetMapping("/api/metrics/services/{slug}/cases")
    @Scope("metrics:read")
    CountedList cases(Actor actor, Words words, @PathVariable String slug, @RequestParam String measure,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable UUID team, @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        var sorted = Picking.sorted(order);
        if (limit < 1 || limit > MOST) {
            throw new Invalid("limit", "web.invalid.range", 1, MOST);
        }
        var found = reads.cases(actor, words.language(), slug, Measure.of(measure), new Days(from, to, team, sorted), Place.of(after), limit + 1);
        return CountedList.of(found, sorted, limit);
    }
}
