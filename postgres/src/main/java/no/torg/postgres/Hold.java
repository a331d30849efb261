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

    private static Hold locked(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("torg.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw held(folder, "process " + holder(folder));
        }
        Files.writeString(folder.resolve("torg.pid"), ProcessHandle.current().pid() + "\n");
        return new Hold(folder, channel);
    }

    private static String holder(Path folder) throws IOException {
        var file = folder.resolve("torg.pid");
        return Files.exists(file) ? Files.readString(file).strip() : "of unknown number";
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
