package no.torg.search;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The door: finds what people may see by everyday words. */
public class Search {

    private final Index index;

    Search(Index index) {
        this.index = index;
    }

    /** The best or newest matches, one per subject. What was written a moment ago is found when the follower has caught up; read each subject's row before showing it. */
    public Hits find(SearchQuery query) {
        try {
            return index.find(query);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
