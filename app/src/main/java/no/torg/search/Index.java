package no.torg.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.torg.events.Position;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's index in its folder. A batch is found as soon as it is taken in; it is safe on disk with the next commit, which carries the position in
 * the log, so after a crash the follower goes on from what the index really has. One thread feeds, any number search.
 */
final class Index implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Index.class);
    private static final Duration COMMIT_AFTER = Duration.ofSeconds(5);
    private static final int COMMIT_AFTER_ENTRIES = 5_000;
    private static final String FORMAT = "format";

    private final Path folder;
    private final Duration patience;
    private volatile Storage storage;
    private @Nullable Position position;
    private int uncommitted;
    private long committedAt;
    private volatile boolean damaged;

    /**
     * Opens what lies in the folder; what cannot be read, or was written by another version, is thrown away and begun anew. A folder that another
     * process still holds after {@code patience} is refused with {@link Storage.Held}.
     */
    Index(Path folder, Duration patience) throws IOException {
        this.folder = folder;
        this.patience = patience;
        Files.createDirectories(folder);
        this.storage = open();
    }

    /** The last event that the index has; null when it must be fed from nothing. */
    synchronized @Nullable Position position() {
        return position;
    }

    /** Begins anew if searching or feeding has met a damage. */
    synchronized void mend() throws IOException {
        if (damaged) {
            LOG.warn("The search index in {} is damaged and is built anew", folder);
            storage.close();
            storage = openAnew();
        }
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
    }

    /** Takes in what an index that was begun anew has nothing of, by several threads at once. After a failure it must be begun again. */
    void add(List<Change> changes) throws IOException {
        var writer = storage.writer();
        for (var change : changes) {
            if (!change.entries().isEmpty()) {
                writer.addDocuments(documents(change));
            }
        }
    }

    /** All events up to and with this one are in: what was taken in is findable now, and safe on disk within five seconds of feeding. */
    synchronized void reach(Position reached) throws IOException {
        guarded(() -> {
            position = reached;
            storage.searchers().maybeRefreshBlocking();
            if (uncommitted >= COMMIT_AFTER_ENTRIES || System.nanoTime() - committedAt > COMMIT_AFTER.toNanos()) {
                commit();
            }
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

    private interface Work {
        void run() throws IOException;
    }

    /** A writer that failed (a full disk) is closed; what it had not committed is fed again. */
    private void guarded(Work work) throws IOException {
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
        var writer = storage.writer();
        var all = new Term(Fields.SUBJECT, Fields.term(change.tenant(), change.subject()));
        if (change.entries().isEmpty()) {
            writer.deleteDocuments(all);
        } else {
            writer.updateDocuments(all, documents(change));
        }
        uncommitted += Math.max(1, change.entries().size());
    }

    private static List<Document> documents(Change change) {
        return change.entries().stream().map(entry -> Fields.of(change.tenant(), entry)).toList();
    }

    private void commit(Storage open) throws IOException {
        var saying = new HashMap<>(Map.of(FORMAT, Integer.toString(Analysis.VERSION)));
        if (position != null) {
            saying.putAll(Map.of("epoch", Integer.toString(position.epoch()), "xid", Long.toString(position.xid()), "event", position.id().toString()));
        }
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
            var said = open.committed();
            if (!said.isEmpty() && !Integer.toString(Analysis.VERSION).equals(said.get(FORMAT))) {
                throw new IndexFormatTooOldException(folder.toString(), "Torg's format " + said.get(FORMAT));
            }
            position = !said.containsKey("xid") ? null
                : new Position(Integer.parseInt(said.get("epoch")), Long.parseLong(said.get("xid")), UUID.fromString(said.get("event")));
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
