package no.torg.insight;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import no.torg.insight.FigureReads.Days;
import no.torg.insight.Sheet.Format;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.Frame;
import no.torg.web.Page;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of services, for those who answer for them. */
@Controller
class InsightController {

    private final FigureReads reads;
    private final FigurePages pages;

    InsightController(FigureReads reads, FigurePages pages) {
        this.reads = reads;
        this.pages = pages;
    }

    @GetMapping("/insight/services/{slug}")
    Page service(Actor actor, Frame frame, @PathVariable String slug, @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to, @RequestParam(required = false) @Nullable UUID team) {
        var days = Period.of(period, from, to, today());
        return Page.of("insight/service", pages.service(frame, days, reads.figures(actor, slug, days, team, today())));
    }

    @GetMapping("/insight/services/{slug}/csv")
    void csv(Actor actor, Words words, @PathVariable String slug, @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to, @RequestParam(required = false) @Nullable UUID team, HttpServletResponse response) throws IOException {
        var days = Period.of(period, from, to, today());
        var told = reads.figures(actor, slug, days, team, today());
        response.setContentType(Format.CSV.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(slug + "-" + days.from() + "-" + days.to() + ".csv").build().toString());
        try (var sheet = Format.CSV.open(response.getOutputStream())) {
            new Tables(words).steps(told.figures().steps()).forEach(sheet::row);
        }
    }

    @GetMapping("/insight/services/{slug}/cases")
    Page cases(Actor actor, Frame frame, @PathVariable String slug, @RequestParam String measure, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to, @RequestParam(required = false) @Nullable UUID team,
            @RequestParam(required = false) @Nullable String after) {
        return Page.of("insight/cases", pages.cases(actor, frame, slug, Measure.of(measure), new Days(from, to, team), after));
    }

    private static LocalDate today() {
        return LocalDate.now(Tenant.current().zone());
    }
}
