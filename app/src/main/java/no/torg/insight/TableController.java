package no.torg.insight;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import no.torg.cases.CountedCases.Counted;
import no.torg.people.Actor;
import no.torg.sheets.Sheet;
import no.torg.sheets.Sheet.Format;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import no.torg.web.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The tables of the figures, and the cases behind a number, as files: all rows, written as they are read. */
@Controller
class TableController {

    private final OverviewReads reads;
    private final ComparisonReads comparisons;
    private final ForecastReads forecasts;
    private final Reach reach;

    TableController(OverviewReads reads, ComparisonReads comparisons, ForecastReads forecasts, Reach reach) {
        this.reads = reads;
        this.comparisons = comparisons;
        this.forecasts = forecasts;
        this.reach = reach;
    }

    @GetMapping("/insight/tables/{table}/{format}")
    void table(Actor actor, Words words, @PathVariable String table, @PathVariable String format, @ModelAttribute Narrowing narrowing, @ModelAttribute Against against,
            HttpServletResponse response) throws IOException {
        var rows = rows(actor, words, table, reach.asked(actor, narrowing, LocalDate.now(Tenant.current().zone())), against);
        try (var sheet = begin(table, format(format), response)) {
            rows.forEach(sheet::row);
        }
    }

    @GetMapping("/insight/cases/{format}")
    void cases(Actor actor, Words words, @PathVariable String format, @ModelAttribute Narrowing narrowing, @ModelAttribute Picking picking, HttpServletResponse response) throws IOException {
        var how = format(format);
        var rows = reads.rows(actor, narrowing, picking);
        var order = picking.sorted();
        try (var sheet = begin("cases", how, response)) {
            sheet.row(new Tables(words).counted());
            reads.each(actor, words.language(), rows, order, counted -> sheet.row(row(counted)));
        }
    }

    private List<List<?>> rows(Actor actor, Words words, String table, Narrowing narrowing, Against against) {
        var today = LocalDate.now(Tenant.current().zone());
        var tables = new Tables(words);
        return switch (table) {
            case "comparison" -> tables.comparison(comparisons.comparison(actor, narrowing, against, today));
            case "by-team" -> tables.treatment(comparisons.treatment(actor, words.language(), narrowing, today).groups());
            case "by-priority" -> tables.treatment(comparisons.treatment(actor, words.language(), narrowing, today).byPriority());
            case "forecast" -> tables.forecast(forecasts.forecast(actor, narrowing, today));
            case "forecast-test" -> tables.test(forecasts.forecast(actor, narrowing, today).forecast());
            default -> tables.overview(table, reads.overview(actor, words.language(), narrowing, today));
        };
    }

    private static List<Object> row(Counted counted) {
        var file = counted.file();
        return List.of(counted.day(), file == null ? "" : file.number(), file == null ? "" : file.title(), file == null ? "" : file.state().code(), counted.teamName(),
                counted.minutes() == null ? "" : counted.minutes(), counted.late() == null ? "" : counted.late().toString());
    }

    private static Format format(String name) {
        return Arrays.stream(Format.values()).filter(format -> format.ending().equals(name)).findFirst().orElseThrow(() -> new NotFound("format " + name));
    }

    private static Sheet begin(String name, Format format, HttpServletResponse response) throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + "." + format.ending()).build().toString());
        return format.open(response.getOutputStream());
    }
}
