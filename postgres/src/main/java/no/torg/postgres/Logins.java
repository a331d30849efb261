package no.torg.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** The port and the passwords of one cluster, kept beside it in a file that only its owner can read. */
record Logins(int port, String superuserPassword, String ownerPassword, String appPassword, String workerPassword) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Logins random() {
        return new Logins(0, password(), password(), password(), password());
    }

    static Optional<Logins> read(Path folder) throws IOException {
        var file = file(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var kept = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            kept.load(in);
        }
        try {
            return Optional.of(new Logins(Integer.parseInt(text(kept, "port")), text(kept, "password.postgres"),
                text(kept, "password.torg_owner"), text(kept, "password.torg_app"), text(kept, "password.torg_worker")));
        } catch (IllegalArgumentException e) {
            throw new EmbeddedPostgresRefused("The file " + file + " is damaged (" + e.getMessage()
                + "); put it back from a backup.", e);
        }
    }

    Logins withPort(int changed) {
        return new Logins(changed, superuserPassword, ownerPassword, appPassword, workerPassword);
    }

    void write(Path folder) throws IOException {
        var lines = """
            # The embedded PostgreSQL of Torg: keep it with the data, and keep it secret
            port=%d
            password.postgres=%s
            password.torg_owner=%s
            password.torg_app=%s
            password.torg_worker=%s
            """.formatted(port, superuserPassword, ownerPassword, appPassword, workerPassword);
        var draft = folder.resolve("postgres.properties.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, lines);
        Folders.force(draft);
        Files.move(draft, file(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    static Path file(Path folder) {
        return folder.resolve("postgres.properties");
    }

    @Override
    public String toString() {
        return "Logins[port=" + port + "]";
    }

    private static String text(Properties kept, String key) {
        var value = kept.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value.strip();
    }

    private static String password() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
