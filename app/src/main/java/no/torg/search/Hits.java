package no.torg.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits, one per subject. No total is promised: what it would count is more than the searcher may see.
 *
 * @param next what to ask for to get the following page; null on the last
 */
public record Hits(List<Hit> hits, @Nullable String next) {

    static final Hits NONE = new Hits(List.of(), null);

    public Hits {
        hits = List.copyOf(hits);
    }
}
