package no.torg.cases.work;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.work.CaseApi.Count;
import no.torg.people.Actor;
import no.torg.web.Invalid;
import no.torg.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A page of a list with the ways on and back. */
@Component
class CaseLists {

    private final CaseFilters filters;
    private final WorkList list;
    private final WorkCounts counts;

    CaseLists(CaseFilters filters, WorkList list, WorkCounts counts) {
        this.filters = filters;
        this.list = list;
        this.counts = counts;
    }

    /** The rows with the cursors to what comes before and after; null where nothing does. */
    record Found(List<ListedCase> rows, @Nullable String previous, @Nullable String next, @Nullable Count count) {
    }

    /** The page that the API's caller asks for; {@code count} is null, some or exact. */
    Found page(Actor actor, Language language, CaseFilter filter, @Nullable String count) {
        if (count != null && !count.equals("exact") && !count.equals("some")) {
            throw new Invalid("count", "web.invalid.choice", "some, exact");
        }
        var query = filters.query(actor, filter, WorkSort.UPDATED);
        var rows = list.rows(actor, language, query);
        var counted = count == null ? null : count(actor, query, count.equals("exact"), rows.people());
        var page = found(query, rows.named());
        return new Found(page.rows(), page.previous(), page.next(), counted);
    }

    /** The page that the rows of a query make, nothing counted. */
    static Found found(WorkQuery query, List<ListedCase> rows) {
        var more = rows.size() > query.limit();
        var back = query.cursor() != null && query.cursor().back();
        var shown = !more ? rows : back ? rows.subList(1, rows.size()) : rows.subList(0, query.limit());
        var before = back ? more : query.cursor() != null;
        var after = back || more;
        return new Found(shown, before && !shown.isEmpty() ? cursor(query, shown.getFirst(), true) : null,
                after && !shown.isEmpty() ? cursor(query, shown.getLast(), false) : null, null);
    }

    private Count count(Actor actor, WorkQuery query, boolean exactly, Set<UUID> people) {
        var found = counts.left(actor, query, exactly, people);
        return exactly ? new Count(found, true) : new Count(Math.min(found, WorkCounts.MOST), found <= WorkCounts.MOST);
    }

    private static String cursor(WorkQuery query, ListedCase at, boolean back) {
        return new WorkCursor(query.sort(), at.resolved() != null, at.key(), at.id(), back).text();
    }
}
