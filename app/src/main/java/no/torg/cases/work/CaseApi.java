package no.torg.cases.work;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import no.torg.cases.work.CaseSheet.Part;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cases over the API: for those who work with them, and for requesters their own. */
@RestController
@RequestMapping("/api/cases")
class CaseApi {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {
    };

    private final CaseLists lists;
    private final CaseSheets sheets;
    private final CaseViews views;
    private final JsonMapper json;

    CaseApi(CaseLists lists, CaseSheets sheets, CaseViews views, JsonMapper json) {
        this.lists = lists;
        this.sheets = sheets;
        this.views = views;
        this.json = json;
    }

    /**
     * A page of cases.
     *
     * @param next  the following page's {@code after}, which the Link header has too; null on the last page
     * @param count how many the filter leaves; null unless it was asked for
     */
    public record Cases(List<CaseView> cases, @Nullable String next, @Nullable Count count) {
    }

    /** How many there are: so many exactly, or more than so many. */
    public record Count(long value, boolean exact) {
    }

    /**
     * A case with the answers that it was asked for with, typed, under the service's version, and what it waits or waited for.
     *
     * @param fields for those who work with it: what the system it was imported from said besides
     */
    public record Whole(CaseView details, Map<String, Object> answers, Map<String, Object> fields, List<Wait> waits) {
    }

    /** That the case waits or waited. */
    public record Wait(String waitsFor, @Nullable String reason, @Nullable Instant until, Instant since, @Nullable Instant ended) {
    }

    /**
     * The cases one may see: those one works with and one's own. What a requester does not see – team, handler, priority and the team's time – is no way to
     * ask for one's own: filters and sorts by it leave these out, and are refused (422) where they would leave nothing else. {@code count} is {@code exact}, or
     * {@code some} for up to 1,000.
     */
    @GetMapping
    @Scope("cases:read")
    ResponseEntity<Cases> list(Actor actor, Words words, @ParameterObject CaseFilter filter, @RequestParam(required = false) @Nullable String count) {
        var page = lists.page(actor, words.language(), filter, count);
        var cases = new Cases(page.rows().stream().map(row -> views.of(words, row)).toList(), page.next(), page.count());
        var answer = ResponseEntity.ok();
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, "<" + next(page.next()) + ">; rel=\"next\"");
        }
        return answer.body(cases);
    }

    /** One case. */
    @GetMapping("/{number}")
    @Scope("cases:read")
    Whole one(Actor actor, Words words, @PathVariable String number) {
        var sheet = sheets.read(actor, words.language(), number, Part.ROW, null, null);
        var waits = sheet.waits().stream().map(wait -> new Wait(wait.waitFor(), sheet.staff() ? wait.reason() : null, wait.until(), wait.since(), wait.ended())).toList();
        return new Whole(views.of(words, sheet.file()), json.readValue(sheet.answers(), ANSWERS), sheet.staff() ? json.readValue(sheet.fields(), ANSWERS) : Map.of(), waits);
    }

    private static URI next(String after) {
        var address = ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("after", after).build(true).toUri();
        return URI.create(address.getRawPath() + "?" + address.getRawQuery());
    }
}
