package no.torg.cases.work;

import java.util.Set;
import java.util.UUID;

import no.torg.cases.CaseFile;
import no.torg.cases.CaseTerms;
import no.torg.people.Actor;
import no.torg.search.Search;
import no.torg.search.SearchQuery;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the cases that say something, for a list to narrow itself to; the list's own statement decides what of it may be seen. */
@Component
class WorkSearch {

    private static final int MOST = 200;

    private final Search search;

    WorkSearch(Search search) {
        this.search = search;
    }

    /** Those of which something was said in these words, the latest 200; of a team when one is given. */
    Set<UUID> find(Actor actor, String words, @Nullable UUID team) {
        return Set.copyOf(search.subjects(new SearchQuery(Tenant.current().id(), words, CaseTerms.of(actor), Set.of(CaseFile.KIND), team, actor.worksWithCases(),
                SearchQuery.Sort.NEWEST, null, 1), MOST));
    }
}
