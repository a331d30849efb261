package no.torg.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the jar they come in. */
record Binaries(Path home) {

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);
    private static final String PACKED = "/postgres-linux-x86_64.txz";

    static Binaries in(Path folder) throws IOException {
        var machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!machine.equals("Linux amd64")) {
            throw new EmbeddedPostgresRefused("The PostgreSQL that comes with Torg is for Linux on x86-64, and this is " + machine
                + "; set TORG_DATABASE_URL, TORG_DATABASE_USER and TORG_DATABASE_PASSWORD to a database of your own.");
        }
        var shared = Optional.ofNullable(System.getProperty("TORG_POSTGRES_BINARIES", System.getenv("TORG_POSTGRES_BINARIES")));
        var home = shared.filter(path -> !path.isBlank()).map(path -> Path.of(path).toAbsolutePath()).orElse(folder)
            .resolve("postgres-bin-" + version());
        if (!Files.exists(home)) {
            unpack(home);
        }
        return new Binaries(home);
    }

    Path postgres() {
        return home.resolve("bin/postgres");
    }

    Path initdb() {
        return home.resolve("bin/initdb");
    }

    /** Removes what earlier versions, or an unpacking that was cut off, left in a data folder that we hold. */
    void prune(Path folder) throws IOException {
        try (var old = Files.newDirectoryStream(folder, "postgres-bin-*")) {
            for (var path : old) {
                if (!path.equals(home)) {
                    Folders.delete(path);
                }
            }
        }
    }

    /** The number that a cluster must carry in PG_VERSION to be readable by these programs. */
    String major() throws IOException {
        return version().substring(0, version().indexOf('.'));
    }

    private static String version() throws IOException {
        var kept = new Properties();
        try (var in = Binaries.class.getResourceAsStream("binaries.properties")) {
            kept.load(in);
        }
        return kept.getProperty("version");
    }

    private static void unpack(Path home) throws IOException {
        log.info("Unpacking PostgreSQL {} into {}", version(), home);
        Files.createDirectories(home.getParent());
        var draft = Files.createTempDirectory(home.getParent(), "postgres-bin-new-");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var packed = Binaries.class.getResourceAsStream(PACKED)) {
            if (packed == null) {
                throw new EmbeddedPostgresRefused("This build of Torg carries no PostgreSQL; build it again with ./torg build.");
            }
            var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)));
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                put(tar, entry, draft);
            }
        }
        try {
            Files.move(draft, home);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException somebodyWasFaster) {
            Folders.delete(draft);
        }
    }

    private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path draft) throws IOException {
        var target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft)) {
            throw new IOException("The archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, draft.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            // the folder's rename must not reach the disk before its files do
            Folders.force(target);
            var runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
