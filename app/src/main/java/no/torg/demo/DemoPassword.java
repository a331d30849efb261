package no.torg.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

/** The one password of everybody in the demo world: made at random when it is filled, kept in the data folder. */
@Component
class DemoPassword {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final DemoSettings settings;

    DemoPassword(DemoSettings settings) {
        this.settings = settings;
    }

    /** Whether a demo world was filled from this data folder. */
    boolean isKept() {
        return Files.exists(file());
    }

    /** The password, made now if there is none. */
    String kept() {
        var file = file();
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            var random = new SecureRandom();
            var made = IntStream.range(0, 14).mapToObj(i -> i == 4 || i == 9 ? "-" : String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                    .collect(Collectors.joining());
            write(file, made);
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot keep the demo password in " + file, failed);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private Path file() {
        return settings.data().resolve("demo-password");
    }
}
