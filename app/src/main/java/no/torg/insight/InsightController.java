package no.torg.insight;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import no.torg.insight.FigureReads.Days;
import no.torg.people.Actor;
import no.torg.sheets.Sheet.Format;
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
    private final Reach reach;

    InsightController(FigureReads reads, FigurePages pages, Reach reach) {
        this.reads = reads;
        this.pages = pages;
        this.reach = reach;
    }

    @GetMapping("/insight/services/{slug}")
    Page service(Actor actor, Frame frame, @PathVariable String slug, @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to, @RequestParam(required = false) @Nullable UUID team) {
        var told = reach.figures(actor, frame.words(), "/insight/services/" + slug, new Narrowing(null, slug, team, period, from, to), today(),
                narrowing -> reads.figures(actor, slug, narrowing.days(today()), team, today()), found -> found.figures().isQuiet());
        return Page.of("insight/service", pages.service(frame, told.narrowing().days(today()), told.figures(), told.note()));
    }

    @GetMapping("/insight/services/{slug}/csv")
    void csv(Actor actor, Words words, @PathVariable String slug, @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to, @RequestParam(required = false) @Nullable UUID team, HttpServletResponse response) throws IOException {
        var days = reach.asked(actor, new Narrowing(null, slug, team, period, from, to), today()).days(today());
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
            @RequestParam(required = false) @Nullable String order, @RequestParam(required = false) @Nullable String after) {
        return Page.of("insight/cases", pages.cases(actor, frame, slug, Measure.of(measure), new Days(from, to, team, Picking.sorted(order)), after));
    }

    private static LocalDate today() {
        return LocalDate.now(Tenant.current().zone());
    }
}
