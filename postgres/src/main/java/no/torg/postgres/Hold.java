package no.torg.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process's sole right to a data folder, which ends with the process however it ends. */
final class Hold implements AutoCloseable {

    // closing any channel on the lock file drops the whole JVM's lock, so a second one must never be opened here
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private Hold(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static Hold take(Path folder) throws IOException {
        if (!OURS.add(folder)) {
            throw held(folder, "this process (" + ProcessHandle.current().pid() + ")");
        }
        try {
            return locked(folder);
        } catch (IOException | RuntimeException e) {
            OURS.remove(folder);
            throw e;
        }
    }

    /** True while some process, this one too, has the folder. */
    static boolean isTaken(Path folder) throws IOException {
        if (OURS.contains(folder)) {
            return true;
        }
        if (!Files.exists(file(folder))) {
            return false;
        }
        try (var channel = FileChannel.open(file(folder), StandardOpenOption.READ);
                var lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("torg.lock");
    }

    private static Hold locked(Path folder) throws IOException {
        var channel = FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // more than once: somebody who only asks whether the folder is held has the lock for a moment
        for (var attempt = 0; channel.tryLock() == null; attempt++) {
            if (attempt == 10) {
                channel.close();
                throw held(folder, holder(folder));
            }
            Programs.pause(20);
        }
        Files.writeString(folder.resolve("torg.pid"), ProcessHandle.current().pid() + "\n");
        return new Hold(folder, channel);
    }

    private static String holder(Path folder) throws IOException {
        var file = folder.resolve("torg.pid");
        return Files.exists(file) ? "process " + Files.readString(file).strip() : "another process";
    }

    private static EmbeddedPostgresRefused held(Path folder, String who) {
        return new EmbeddedPostgresRefused("The data in " + folder + " are in use by " + who
            + "; stop it first, or set TORG_DATA to another folder.");
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(folder.resolve("torg.pid"));
            channel.close();
        } finally {
            OURS.remove(folder);
        }
    }
}
