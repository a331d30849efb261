package no.torg.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index's files, opened. Frugal: a small buffer, one merge at a time beside the thread that feeds, and the system's file cache for the rest. */
record Storage(Directory directory, IndexWriter writer, SearcherManager searchers) {

    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
    /** Large and read at a few places for each search: texts and the places of words in them. Mapped, they would fill the process's memory. */
    private static final Set<String> READ = Set.of("fdt", "pos", "pay");

    /** Megabytes. */
    private static final int BUFFERED = 16;
    private static final int MUCH_BUFFERED = 64;
    /** Each search asks every segment for each of its words' forms: fewer than is usual, for that much more is searched than written. */
    private static final int SEGMENTS_PER_TIER = 4;
    private static final int MUCH_SEGMENTS_PER_TIER = 24;
    /** So many are left when very much has been taken in. */
    private static final int AT_REST = 4;
    /** Stands in a commit until that is so: who is stopped meanwhile goes on with it at the next start. */
    private static final String SETTLING = "settling";

    /** The folder is another process's. */
    static final class Held extends RuntimeException {

        Held(Path folder, Exception cause) {
            super("Another process uses the search index in " + folder, cause);
        }
    }

    static Storage open(Path folder, Duration patience) throws IOException {
        var directory = new FileSwitchDirectory(READ, new NIOFSDirectory(folder), new MMapDirectory(folder), true);
        IndexWriter writer = null;
        try {
            writer = writer(folder, directory, patience);
            var open = new Storage(directory, writer, new SearcherManager(writer, null));
            if (!Said.understood(open.committed())) {
                throw new IndexFormatTooOldException(folder.toString(), "Torg's format " + open.committed());
            }
            if (open.isSettling()) {
                open.settle();
            }
            return open;
        } catch (IOException | RuntimeException failed) {
            closeQuietly(writer, directory);
            throw failed;
        }
    }

    /** What the last commit says of itself. */
    Map<String, String> committed() {
        var said = live();
        said.remove(SETTLING);
        return said;
    }

    private boolean isSettling() {
        return live().containsKey(SETTLING);
    }

    private Map<String, String> live() {
        var said = new HashMap<String, String>();
        var live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> said.put(entry.getKey(), entry.getValue()));
        }
        return said;
    }

    void commit(Map<String, String> saying) throws IOException {
        commit(saying, isSettling());
    }

    private void commit(Map<String, String> saying, boolean settling) throws IOException {
        var all = new HashMap<>(saying);
        if (settling) {
            all.put(SETTLING, "");
        }
        // Of no new version: those who search need not look for anything new
        writer.setLiveCommitData(all.entrySet(), false);
        writer.commit();
    }

    /** For taking in very much: a larger buffer and fewer merges on the way. */
    void much(boolean much) {
        writer.getConfig().setRAMBufferSizeMB(much ? MUCH_BUFFERED : BUFFERED).setMergePolicy(merges(much ? MUCH_SEGMENTS_PER_TIER : SEGMENTS_PER_TIER));
    }

    /** Makes few segments of all that has been taken in, beside whatever else is done. */
    void settle() throws IOException {
        commit(committed(), true);
        writer.forceMerge(AT_REST, false);
    }

    /** Lets what was merged meanwhile be found and makes it safe on disk; what it was merged from is deleted then. */
    void tidy() throws IOException {
        if ((isSettling() || !isCurrent()) && !writer.hasPendingMerges() && writer.getMergingSegments().isEmpty()) {
            commit(committed(), false);
            searchers.maybeRefreshBlocking();
        }
    }

    private boolean isCurrent() throws IOException {
        var searcher = searchers.acquire();
        try {
            return ((DirectoryReader) searcher.getIndexReader()).isCurrent();
        } finally {
            searchers.release(searcher);
        }
    }

    private static MergePolicy merges(int segmentsPerTier) {
        return new TieredMergePolicy().setSegmentsPerTier(segmentsPerTier);
    }

    /** Lets the folder go; what was not committed is lost. */
    void close() {
        closeQuietly(searchers, writer, directory);
    }

    static void clear(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    private static IndexWriter writer(Path folder, Directory directory, Duration patience) throws IOException {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                var scheduler = new ConcurrentMergeScheduler();
                scheduler.setMaxMergesAndThreads(3, 1);
                return new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(BUFFERED).setMergePolicy(merges(SEGMENTS_PER_TIER)).setMergeScheduler(scheduler).setCommitOnClose(false));
            } catch (LockObtainFailedException held) {
                // The system frees a dead process's lock, so this is one that still stops, or lives
                if (System.nanoTime() >= giveUp) {
                    throw new Held(folder, held);
                }
                pause();
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

    private static void closeQuietly(@Nullable AutoCloseable... all) {
        for (var one : all) {
            try {
                if (one != null) {
                    one.close();
                }
            } catch (Exception late) {
                LOG.warn("While closing the search index", late);
            }
        }
    }
}
