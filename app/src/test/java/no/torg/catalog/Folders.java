package no.torg.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The tests' own service as files in memory, and ways to spoil it. */
final class Folders {

    static final Setup SETUP = Setup.plain(ZoneId.of("Europe/Oslo"));
    private static final List<String> NAMES = List.of("service.yaml", "form.json", "texts/nb.yaml", "texts/nn.yaml", "texts/en.yaml", "tests/locker.yaml");

    private Folders() {}

    static Map<String, byte[]> parcelLocker() {
        var files = new TreeMap<String, byte[]>();
        NAMES.forEach(name -> files.put(name, resource("/folders/parcel-locker/" + name)));
        return files;
    }

    /** The folder with one text in one file replaced; the text must stand there. */
    static Map<String, byte[]> with(String file, String text, String other) {
        var files = parcelLocker();
        var before = new String(files.get(file), StandardCharsets.UTF_8);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(text + " does not stand in " + file);
        }
        files.put(file, before.replace(text, other).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    static ServiceDefinition definition() {
        return ServiceFolder.read(parcelLocker(), null).orThrow();
    }

    /** The folder where the design's data lie, as {@code TORG_SHARED} or beside the project says. */
    static Path shared() {
        var named = System.getProperty("TORG_SHARED", System.getenv("TORG_SHARED"));
        return Path.of(Objects.requireNonNullElse(named, Files.isDirectory(Path.of("../../shared")) ? "../../shared" : "../shared"));
    }

    private static byte[] resource(String name) {
        try (var in = Folders.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
