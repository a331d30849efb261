package no.torg.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import no.torg.tenancy.OwnFolder;
import org.springframework.stereotype.Component;

/** Logs that were sent in, whole, and wait to be read or, after a trial, to be imported: a file each, by the import's number, where nobody else may look. */
@Component
class Incoming {

    private final Path folder;

    Incoming(MigrationSettings settings) {
        this.folder = settings.folder();
    }

    /** Keeps what was sent; it stands under its name only when all of it is there. */
    void keep(UUID id, InputStream log) throws IOException {
        OwnFolder.made(folder);
        var part = Files.createTempFile(folder, "", ".part");
        try (log) {
            Files.copy(log, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, at(id), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The file; empty where it is gone, or lies with another of several servers. */
    Optional<Path> find(UUID id) {
        return Optional.of(at(id)).filter(Files::isRegularFile);
    }

    /** Gives the file of a trial to the import that is made of it. */
    boolean hand(UUID trial, UUID to) {
        try {
            Files.move(at(trial), at(to), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    void forget(UUID id) {
        delete(at(id));
    }

    /** Deletes what nobody has asked for so long. */
    void sweep(Duration untouched) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.list(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(untouched))) {
                    delete(file);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path at(UUID id) {
        return folder.resolve(id + ".log");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }
}
