package no.torg.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.search.Hit;
import no.torg.search.Search;
import no.torg.search.SearchQuery;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.springframework.stereotype.Component;

/** Finds services by the words that people use. */
@Component
public class ServiceSearch {

    /** The kind of subject that services are in the search. */
    public static final String KIND = "service";

    /** The access term that everybody has. */
    public static final String EVERYONE = "everyone";

    private final Search search;

    ServiceSearch(Search search) {
        this.search = search;
    }

    /** The services found, the best first; empty where no words were given. */
    public Optional<Set<UUID>> find(Language language, String words) {
        return words.isBlank() ? Optional.empty() : Optional.of(hits(words, 50).stream().map(Hit::subject).collect(Collectors.toSet()));
    }

    /** The best hits, marked. */
    public List<Hit> hits(String words, int limit) {
        return search.find(new SearchQuery(Tenant.current().id(), words, Set.of(EVERYONE), Set.of(KIND), null, false, SearchQuery.Sort.RELEVANCE, null, limit)).hits();
    }
}
