package no.torg.search;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What someone looks for. Any words are safe: they are no query language, and what is beyond 500 characters or 32 words is left out.
 *
 * @param access   terms of the searcher; nothing is found without one
 * @param kinds    kinds of subject to look among; all when empty
 * @param team     only this team's subjects, or all
 * @param internal whether texts for staff only may be found
 * @param after    {@link Hits#next()} of the page before; one that cannot be read means the first page
 * @param limit    1–50 hits; other numbers become the nearest
 */
public record SearchQuery(int tenant, String words, Set<String> access, Set<String> kinds, @Nullable UUID team, boolean internal, Sort sort,
                          @Nullable String after, int limit) {

    /** The order of hits: the best first, of which the newer a little before the older, or by time alone. */
    public enum Sort { RELEVANCE, NEWEST }

    public SearchQuery {
        access = Set.copyOf(access);
        kinds = Set.copyOf(kinds);
        limit = Math.clamp(limit, 1, 50);
    }
}
