package no.torg.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import no.torg.cases.CaseFinds;
import no.torg.cases.CaseTerms;
import no.torg.catalog.Services;
import no.torg.catalog.ServiceSearch;
import no.torg.people.Actor;
import no.torg.portal.views.Hit;
import no.torg.search.Search;
import no.torg.search.SearchQuery;
import no.torg.search.Span;
import no.torg.tenancy.Tenant;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds and words hits: services from memory, cases by reading each one's row through the access rule before it is shown. */
@Component
class Finder {

    private final ServiceSearch serviceSearch;
    private final Services services;
    private final Search search;
    private final CaseFinds finds;

    Finder(ServiceSearch serviceSearch, Services services, Search search, CaseFinds finds) {
        this.serviceSearch = serviceSearch;
        this.services = services;
        this.search = search;
        this.finds = finds;
    }

    /** Cases found, and what to ask for to get more. */
    record Cases(List<Hit> hits, @Nullable String next) {

        static final Cases NONE = new Cases(List.of(), null);
    }

    List<Hit> services(Words words, String asked, int limit) {
        if (asked.isBlank()) {
            return List.of();
        }
        return serviceSearch.hits(asked, limit).stream().map(hit -> services.byId(hit.subject()).map(service -> {
            var texts = service.definition().texts(words.language().code());
            return new Hit("/services/" + service.definition().slug(), "FileText", marked(texts.name(), hit.title()), marked(texts.summary(), hit.snippet()), null);
        }).orElse(null)).filter(Objects::nonNull).toList();
    }

    Cases cases(Actor actor, Words words, String asked, @Nullable String after, int limit) {
        if (asked.isBlank()) {
            return Cases.NONE;
        }
        var found = search.find(new SearchQuery(Tenant.current().id(), asked, CaseTerms.of(actor), Set.of("case"), null, actor.worksWithCases(),
                SearchQuery.Sort.RELEVANCE, after, limit));
        var rows = finds.read(actor, words.language(), found.hits().stream().map(no.torg.search.Hit::subject).toList());
        var hits = found.hits().stream().filter(hit -> rows.containsKey(hit.subject())).map(hit -> {
            var row = rows.get(hit.subject());
            return new Hit((row.own() ? "/cases/" : "/work/cases/") + row.number(), "FileText", List.of(new Span(row.title(), false)), hit.snippet(), row.number());
        }).toList();
        return new Cases(hits, found.next());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The text in the reader's language, marked where the hit was in that same text. */
    private static List<Span> marked(String text, List<Span> hit) {
        return hit.stream().map(Span::text).collect(Collectors.joining()).equals(text) ? hit : List.of(new Span(text, false));
    }
}
