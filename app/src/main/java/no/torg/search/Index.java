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
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's index in its folder. A batch is found as soon as it is applied; it is safe on disk with the next commit, which carries the position in
 * the log, so after a crash the follower goes on from what the index really has. One thread applies, any number search.
 */
final class Index implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Index.class);
    private static final Duration COMMIT_AFTER = Duration.ofSeconds(5);
    private static final int COMMIT_AFTER_ENTRIES = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FORMAT = "format";
    /** All indexes share one cache of who may see what; a few MB of bit sets go far. */
    private static final LRUQueryCache CACHE = new LRUQueryCache(500, 6 << 20);

    private final Path folder;
    private FSDirectory directory;
    private IndexWriter writer;
    private volatile SearcherManager searchers;
    private @Nullable Position position;
    private int uncommitted;
    private long committedAt;
    private volatile boolean damaged;

    /** Opens what lies in the folder; what cannot be read, or was written by another version, is thrown away and begun anew. */
    @SuppressWarnings("NullAway.Init")
    Index(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        open();
    }

    /** The last event that the index has; null when it must be fed from nothing. */
    synchronized @Nullable Position position() throws IOException {
        if (damaged) {
            LOG.warn("The search index in {} is damaged and is built anew", folder);
            closeQuietly();
            clear();
            open();
        }
        return position;
    }

    /** Makes the changes findable and moves the position; to do the same again does no harm. After a failure ask for the position and go on from there. */
    synchronized void apply(List<Change> changes, Position reached) throws IOException {
        try {
            for (var change : changes) {
                apply(change);
            }
            position = reached;
            searchers.maybeRefreshBlocking();
            commitWhenDue();
        } catch (CorruptIndexException corrupt) {
            damaged = true;
            throw corrupt;
        } finally {
            if (!writer.isOpen() && !damaged) {
                closeQuietly();
                open();
            }
        }
    }

    /** Called now and then when there is nothing to apply, so that the last batch before a pause is committed too. */
    synchronized void commitWhenDue() throws IOException {
        if (uncommitted >= COMMIT_AFTER_ENTRIES || System.nanoTime() - committedAt > COMMIT_AFTER.toNanos()) {
            commit();
        }
    }

    synchronized void commit() throws IOException {
        var data = new HashMap<>(position == null ? Map.of() : position.asMap());
        data.put(FORMAT, Integer.toString(Analysis.VERSION));
        if (!data.equals(position(writer))) {
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
        uncommitted = 0;
        committedAt = System.nanoTime();
    }

    /** Empties the index; it must then be fed from nothing. */
    synchronized void forget() throws IOException {
        writer.deleteAll();
        position = null;
        commit();
        searchers.maybeRefreshBlocking();
    }

    Hits find(SearchQuery question) throws IOException {
        var manager = searchers;
        var searcher = manager.acquire();
        try {
            return new Finding(searcher, question).hits();
        } catch (CorruptIndexException corrupt) {
            damaged = true;
            throw corrupt;
        } finally {
            manager.release(searcher);
        }
    }

    /** Commits and lets the folder go. */
    @Override
    public synchronized void close() throws IOException {
        if (writer.isOpen()) {
            commit();
        }
        closeQuietly();
    }

    private void apply(Change change) throws IOException {
        switch (change) {
            case Change.Put(var entry) -> {
                writer.updateDocument(new Term(Fields.ID, Fields.term(entry.tenant(), entry.id())), Fields.of(entry));
                uncommitted++;
            }
            case Change.Subject(int tenant, var subject, var entries) -> {
                var all = new Term(Fields.SUBJECT, Fields.term(tenant, subject));
                if (entries.isEmpty()) {
                    writer.deleteDocuments(all);
                } else {
                    writer.updateDocuments(all, entries.stream().map(Fields::of).toList());
                }
                uncommitted += Math.max(1, entries.size());
            }
        }
    }

    private void open() throws IOException {
        try {
            openWriter();
            var data = position(writer);
            if (!data.isEmpty() && !Integer.toString(Analysis.VERSION).equals(data.get(FORMAT))) {
                throw new IndexFormatTooOldException(folder.toString(), "Torg's format " + data.get(FORMAT));
            }
            position = data.containsKey("xid") ? Position.of(data) : null;
            committedAt = System.nanoTime();
            commit();
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | EOFException | NoSuchFileException
                 | FileNotFoundException | IllegalArgumentException unreadable) {
            LOG.warn("The search index in {} cannot be used and is built anew: {}", folder, unreadable.toString());
            closeQuietly();
            clear();
            openWriter();
            commit();
        }
    }

    private void openWriter() throws IOException {
        directory = FSDirectory.open(folder);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                writer = new IndexWriter(directory, config());
                break;
            } catch (LockObtainFailedException held) {
                // The system frees a dead process's lock, so this is one that still stops, or lives
                if (System.nanoTime() > giveUp) {
                    throw new IllegalStateException("Another process uses the search index in " + folder, held);
                }
                pause();
            }
        }
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                var searcher = new IndexSearcher(reader);
                searcher.setQueryCache(CACHE);
                return searcher;
            }
        });
    }

    /** Frugal: a small buffer, and one merge at a time beside the thread that feeds. */
    private static IndexWriterConfig config() {
        var merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(3, 1);
        return new IndexWriterConfig().setRAMBufferSizeMB(16).setMergeScheduler(merges).setCommitOnClose(false);
    }

    private static Map<String, String> position(IndexWriter writer) {
        var data = new HashMap<String, String>();
        var live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    private void clear() throws IOException {
        damaged = false;
        position = null;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    private void closeQuietly() {
        for (AutoCloseable one : new AutoCloseable[] {searchers, writer, directory}) {
            try {
                if (one != null) {
                    one.close();
                }
            } catch (Exception late) {
                LOG.warn("While closing the search index", late);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
