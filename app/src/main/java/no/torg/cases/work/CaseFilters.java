package no.torg.cases.work;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.cases.work.WorkQuery.Among;
import no.torg.catalog.Services;
import no.torg.people.Actor;
import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads filters into queries; what cannot be read is invalid, by the field's name. */
@Component
class CaseFilters {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST = 100;

    private final Services services;
    private final WorkSearch search;

    CaseFilters(Services services, WorkSearch search) {
        this.services = services;
        this.search = search;
    }

    /** The query that the filter asks for, in that order if it names none. */
    WorkQuery query(Actor actor, CaseFilter filter, WorkSort otherwise) {
        var sort = sort(filter, otherwise);
        var handler = CaseFilter.orNull(filter.handler());
        var text = CaseFilter.orNull(filter.text());
        var limit = filter.limit() == null ? WorkQuery.PAGE : filter.limit();
        if (limit < 1 || limit > MOST) {
            throw new Invalid("limit", "web.invalid.range", 1, MOST);
        }
        if (filter.priority() != null && (filter.priority() < 1 || filter.priority() > 5)) {
            throw new Invalid("priority", "web.invalid.range", 1, 5);
        }
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new Invalid("text", "cases.filter.text-too-long", LONGEST_TEXT);
        }
        var number = text == null ? null : CaseNumber.of(text).orElse(null);
        return new WorkQuery(among(actor, filter, sort), standing(filter), filter.team() == null ? null : Set.of(filter.team()), handler(actor, handler),
                "none".equals(handler), Boolean.TRUE.equals(filter.overdue()), filter.priority(), service(filter), number,
                text == null || number != null ? null : search.find(actor, text, filter.team()), false, sort, cursor(filter, sort), limit);
    }

    /**
     * One's own cases are left out where it is asked by what shows only to those who work with a case, or the list would tell it; of one's own alone it
     * cannot be asked so.
     */
    private static Among among(Actor actor, CaseFilter filter, WorkSort sort) {
        var requester = CaseFilter.orNull(filter.requester());
        if (requester != null && !requester.equals("me")) {
            throw new Invalid("requester", "web.invalid.choice", "me");
        }
        var internal = internal(filter, sort);
        if (internal == null) {
            return requester == null ? Among.BOTH : Among.OWN;
        }
        if (requester != null || !actor.worksWithCases()) {
            throw new Invalid(internal, "cases.filter.internal");
        }
        return Among.WORKED;
    }

    /** The parameter that asks by something internal, or null. */
    private static @Nullable String internal(CaseFilter filter, WorkSort sort) {
        if (sort == WorkSort.DUE || sort == WorkSort.PRIORITY) {
            return "sort";
        }
        if (Boolean.TRUE.equals(filter.overdue())) {
            return "overdue";
        }
        return filter.team() != null ? "team" : CaseFilter.orNull(filter.handler()) != null ? "handler" : filter.priority() != null ? "priority" : null;
    }

    private static Standing standing(CaseFilter filter) {
        var state = CaseFilter.orNull(filter.state());
        return state == null ? Standing.OPEN : Standing.of(state).orElseThrow(() -> new Invalid("state", "web.invalid.choice",
                Arrays.stream(Standing.values()).map(Standing::code).collect(Collectors.joining(", "))));
    }

    private static WorkSort sort(CaseFilter filter, WorkSort otherwise) {
        var sort = CaseFilter.orNull(filter.sort());
        return sort == null ? otherwise : WorkSort.of(sort).orElseThrow(() -> new Invalid("sort", "web.invalid.choice",
                Arrays.stream(WorkSort.values()).map(WorkSort::code).collect(Collectors.joining(", "))));
    }

    private static @Nullable WorkCursor cursor(CaseFilter filter, WorkSort sort) {
        var after = CaseFilter.orNull(filter.after());
        return after == null ? null : WorkCursor.of(after, sort).orElseThrow(() -> new Invalid("after", "cases.filter.after"));
    }

    private static @Nullable UUID handler(Actor actor, @Nullable String handler) {
        if (handler == null || handler.equals("none")) {
            return null;
        }
        try {
            return handler.equals("me") ? actor.id() : UUID.fromString(handler);
        } catch (IllegalArgumentException malformed) {
            throw new Invalid("handler", "cases.filter.handler");
        }
    }

    private @Nullable UUID service(CaseFilter filter) {
        var slug = CaseFilter.orNull(filter.service());
        return slug == null ? null : services.bySlug(slug).orElseThrow(() -> new Invalid("service", "cases.filter.service")).id();
    }
}
