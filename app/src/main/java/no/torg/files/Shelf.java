package no.torg.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import no.torg.tenancy.OwnFolder;

/**
 * The bytes on disk: {@code <folder>/<tenant>/<first two digits>/<hash>}. They arrive in {@code <tenant>/incoming} – the same disk, so the move is
 * atomic – and stand under their name only when all of them are safe. The sweep and the move shut each other out, between nodes too, by a
 * lock on {@code <tenant>/lock}.
 */
record Shelf(Path folder) {

    private static final Duration GRACE = Duration.ofDays(1);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PAIR = Pattern.compile("[0-9a-f]{2}");
    // the file lock holds other processes back, but within one it would throw instead of waiting
    private static final ReentrantLock HERE = new ReentrantLock();

    /** Bytes that have arrived whole and are on the disk, but stand under no name yet; closing throws away what was not kept. */
    record Arrived(Path file, String hash, long size) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** Shuts a folder that was made when others might look in. */
    Shelf shut() {
        try {
            if (Files.isDirectory(folder)) {
                OwnFolder.made(folder);
            }
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private interface Step {
        boolean run() throws IOException;
    }

    /** Reads until the end or one byte past the limit, whichever comes first; a stream that breaks off leaves nothing behind. */
    Arrived receive(int tenantId, InputStream in, long limit) throws IOException {
        OwnFolder.made(folder);
        var incoming = Files.createDirectories(tenant(tenantId).resolve("incoming"));
        var file = Files.createTempFile(incoming, "", ".part");
        try (var out = FileChannel.open(file, WRITE)) {
            var digest = sha256();
            var buffer = new byte[1 << 16];
            long size = 0;
            for (int read; size <= limit && (read = in.read(buffer)) >= 0; size += read) {
                digest.update(buffer, 0, read);
                for (var bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
            }
            out.force(true);
            return new Arrived(file, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException | RuntimeException | Error broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
    }

    /** Gives the bytes their name; the same bytes again are young again, so that a sweep leaves them alone. */
    void keep(int tenantId, Arrived arrived) throws IOException {
        var pair = place(tenantId, arrived.hash).getParent();
        boolean made = Files.notExists(pair);
        Files.createDirectories(pair);
        locked(tenantId, () -> Files.move(arrived.file, place(tenantId, arrived.hash), StandardCopyOption.ATOMIC_MOVE) != null);
        force(pair);
        if (made) {
            force(pair.getParent());
        }
    }

    InputStream open(int tenantId, String hash) throws IOException {
        return Files.newInputStream(place(tenantId, hash));
    }

    /** Deletes what is older than a day and either never arrived whole or isn't among the named; answers how many files that nobody named. */
    int sweep(int tenantId, UnaryOperator<Set<String>> named) throws IOException {
        int swept = 0;
        for (var entry : entries(tenant(tenantId))) {
            if (entry.getFileName().toString().equals("incoming")) {
                for (var part : old(entry)) {
                    Files.deleteIfExists(part);
                }
            } else if (PAIR.matcher(entry.getFileName().toString()).matches()) {
                swept += sweepPair(tenantId, entry, named);
            }
        }
        return swept;
    }

    private int sweepPair(int tenantId, Path pair, UnaryOperator<Set<String>> named) throws IOException {
        var orphans = new HashSet<String>();
        for (var file : old(pair)) {
            orphans.add(file.getFileName().toString());
        }
        if (!orphans.isEmpty()) {
            orphans.removeAll(named.apply(Set.copyOf(orphans)));
        }
        int swept = 0;
        for (var hash : orphans) {
            var file = pair.resolve(hash);
            // asked again under the lock: it may have been stored anew meanwhile
            swept += locked(tenantId, () -> isOld(file) && Files.deleteIfExists(file)) ? 1 : 0;
        }
        return swept;
    }

    private static List<Path> old(Path folder) throws IOException {
        var old = new ArrayList<Path>();
        for (var file : entries(folder)) {
            if (isOld(file)) {
                old.add(file);
            }
        }
        return old;
    }

    private static boolean isOld(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(GRACE));
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private boolean locked(int tenantId, Step step) throws IOException {
        HERE.lock();
        try (var channel = FileChannel.open(tenant(tenantId).resolve("lock"), CREATE, WRITE); var _ = channel.lock()) {
            return step.run();
        } finally {
            HERE.unlock();
        }
    }

    private Path tenant(int tenantId) {
        return folder.resolve(Integer.toString(tenantId));
    }

    private Path place(int tenantId, String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return tenant(tenantId).resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
