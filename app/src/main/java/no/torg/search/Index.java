package no.torg.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.torg.events.Position;
import no.torg.tenancy.OwnFolder;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IORunnable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's index in its folder. A batch is found when the feed has caught up, or within a second; it is safe on disk with the next commit, which carries the position in
 * the log, so after a crash the follower goes on from what the index really has. One thread feeds, any number search.
 */
final class Index implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Index.class);
    private static final Duration COMMIT_AFTER = Duration.ofSeconds(5);
    private static final Duration SHOWN_AFTER = Duration.ofSeconds(1);
    private static final int COMMIT_AFTER_ENTRIES = 5_000;

    private final Path folder;
    private final Duration patience;
    private volatile Storage storage;
    private @Nullable Position position;
    private int uncommitted;
    private long committedAt;
    private long shownAt;
    private volatile boolean damaged;

    /**
     * Opens what lies in the folder; what cannot be read, or was written by another version, is thrown away and begun anew. A folder that another
     * process still holds after {@code patience} is refused with {@link Storage.Held}.
     */
    Index(Path folder, Duration patience) throws IOException {
        this.folder = folder;
        this.patience = patience;
        OwnFolder.made(folder);
        this.storage = open();
    }

    /** The last event that the index has; null when it must be fed from nothing. */
    synchronized @Nullable Position position() {
        return position;
    }

    /** Begins anew if searching or feeding has met a damage; what was merged meanwhile is shown and kept. */
    synchronized void tend() throws IOException {
        if (damaged) {
            LOG.warn("The search index in {} is damaged and is built anew", folder);
            storage.close();
            storage = openAnew();
        }
        guarded(storage::tidy);
    }

    /**
     * Takes the changes in; they are findable with the next {@link #reach}. To do the same again does no harm. After a failure ask for the position
     * and go on from there.
     */
    synchronized void change(List<Change> changes) throws IOException {
        guarded(() -> {
            for (var change : changes) {
                change(change);
            }
        });
    }

    /** Empties the index and makes it ready to be given very much. */
    synchronized void begin() throws IOException {
        forget();
        storage.much(true);
    }

    /** All is in, up to and with this event: found now, and safe on disk. */
    synchronized void begun(Position reached) throws IOException {
        storage.much(false);
        reach(reached);
        commit();
        storage.settle();
    }

    /** Takes in what an index that was begun anew has nothing of, by several threads at once. After a failure it must be begun again. */
    void add(List<Change> changes) throws IOException {
        for (var change : changes) {
            storage.writer().addDocuments(change.documents());
        }
    }

    /** All events up to and with this one are in: what was taken in is findable now, and safe on disk within five seconds of feeding. */
    synchronized void reach(Position reached) throws IOException {
        pass(reached);
        show();
    }

    /** The same where more is to come at once: findable within a second. */
    synchronized void pass(Position reached) throws IOException {
        guarded(() -> {
            position = reached;
            if (System.nanoTime() - shownAt > SHOWN_AFTER.toNanos()) {
                show();
            }
            if (uncommitted >= COMMIT_AFTER_ENTRIES || System.nanoTime() - committedAt > COMMIT_AFTER.toNanos()) {
                commit();
            }
        });
    }

    /** Lets all that was taken in be found. */
    synchronized void show() throws IOException {
        guarded(() -> {
            storage.searchers().maybeRefreshBlocking();
            shownAt = System.nanoTime();
        });
    }

    /** Makes what is in safe on disk. */
    synchronized void commit() throws IOException {
        commit(storage);
    }

    /** Empties the index; it must then be fed from nothing. */
    synchronized void forget() throws IOException {
        guarded(() -> {
            storage.writer().deleteAll();
            position = null;
            commit();
            storage.searchers().maybeRefreshBlocking();
        });
    }

    Hits find(SearchQuery question) throws IOException {
        return ask(searcher -> new Finding(searcher, question).hits());
    }

    List<UUID> subjects(SearchQuery question, int most) throws IOException {
        return ask(searcher -> new Finding(searcher, question).subjects(most));
    }

    private <T> T ask(Asking<T> asking) throws IOException {
        var open = storage;
        IndexSearcher searcher;
        try {
            searcher = open.searchers().acquire();
        } catch (AlreadyClosedException closed) {
            if (open == storage) {
                throw closed;
            }
            return ask(asking);
        }
        try {
            return asking.of(searcher);
        } catch (CorruptIndexException corrupt) {
            damaged = true;
            throw corrupt;
        } finally {
            open.searchers().release(searcher);
        }
    }

    /** Commits and lets the folder go. */
    @Override
    public synchronized void close() throws IOException {
        try {
            if (storage.writer().isOpen()) {
                commit();
            }
        } finally {
            storage.close();
        }
    }

    private interface Asking<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    /** A writer that failed (a full disk) is closed; what it had not committed is fed again. */
    private void guarded(IORunnable work) throws IOException {
        try {
            work.run();
        } catch (CorruptIndexException corrupt) {
            damaged = true;
            throw corrupt;
        } finally {
            if (!storage.writer().isOpen() && !damaged) {
                storage.close();
                storage = open();
            }
        }
    }

    private void change(Change change) throws IOException {
        var all = new Term(Fields.SUBJECT, Fields.term(change.tenant(), change.subject()));
        if (change.entries().isEmpty()) {
            storage.writer().deleteDocuments(all);
        } else {
            storage.writer().updateDocuments(all, change.documents());
        }
        uncommitted += Math.max(1, change.entries().size());
    }

    private void commit(Storage open) throws IOException {
        var saying = Said.of(position);
        if (!saying.equals(open.committed())) {
            open.commit(saying);
        }
        uncommitted = 0;
        committedAt = System.nanoTime();
    }

    private Storage open() throws IOException {
        Storage open = null;
        try {
            open = Storage.open(folder, patience);
            position = Said.position(open.committed());
            commit(open);
            return open;
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | EOFException | NoSuchFileException
                 | FileNotFoundException | IllegalArgumentException unreadable) {
            LOG.warn("The search index in {} cannot be used and is built anew: {}", folder, unreadable.toString());
            if (open != null) {
                open.close();
            }
            return openAnew();
        }
    }

    private Storage openAnew() throws IOException {
        Storage.clear(folder);
        damaged = false;
        position = null;
        var open = Storage.open(folder, patience);
        commit(open);
        return open;
    }
}
