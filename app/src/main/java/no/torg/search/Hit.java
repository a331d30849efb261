package no.torg.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The best entry of one subject. Read the subject's row through its access rule before showing any of this.
 *
 * @param score relevance, comparable within one search only; 0 when sorted by time
 */
public record Hit(String kind, UUID subject, UUID entry, float score, Instant at, List<Span> title, List<Span> snippet) {

    public Hit {
        title = List.copyOf(title);
        snippet = List.copyOf(snippet);
    }
}
