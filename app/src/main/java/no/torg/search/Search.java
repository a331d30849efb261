package no.torg.search;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door: finds what people may see by everyday words. */
@Component
public class Search {

    /** How long a process that is being replaced may take to let the index go. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private volatile @Nullable Index index;

    Search(SearchSettings settings) {
        this.folder = settings.folder();
    }

    /**
     * The best or newest matches, one per subject. What was written a moment ago is found when the follower has caught up. Read each subject's row
     * through its access rule before showing it.
     */
    public Hits find(SearchQuery query) {
        try {
            return index().find(query);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Only which subjects match, the newest or best first, at most so many; for whoever narrows a list of their own to them. */
    public List<UUID> subjects(SearchQuery query, int most) {
        try {
            return index().subjects(query, most);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Opened when first needed: a verb's process must not hold it. */
    Index index() {
        var open = index;
        return open != null ? open : open();
    }

    private synchronized Index open() {
        try {
            var open = index;
            if (open == null) {
                open = new Index(folder, PATIENCE);
                index = open;
            }
            return open;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (index != null) {
            index.close();
            index = null;
        }
    }
}
