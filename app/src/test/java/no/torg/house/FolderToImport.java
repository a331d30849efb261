package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import no.torg.TestFolder;

/** Folders of services as organisations get them to import. */
final class FolderToImport {

    /** Something that is made wrong in a file: a text that stands in one line of it, and what stands there instead. */
    private record Fault(String file, String right, String wrong) {
    }

    private static final List<Fault> FAULTS = List.of(new Fault("service.yaml", "kind: order", "kind: ordering"),
            new Fault("service.yaml", "topics: [it-and-access, employment]", "topics: [it-and-access, no-such-topic]"),
            new Fault("form.json", "\"type\": \"textfield\", \"id\": \"username\"", "\"type\": \"iframe\", \"id\": \"username\""),
            new Fault("texts/nn.yaml", "who: Tilsette", "kven: Tilsette"),
            new Fault("texts/en.yaml", "Guest account for {guest}", "Guest account for {guset}"));

    private FolderToImport() {
    }

    /** The design's example, which this project does not have; a test that needs it is skipped where the shared material is not at hand. */
    static Path example() {
        var named = System.getProperty("TORG_SHARED", System.getenv("TORG_SHARED"));
        var shared = Path.of(Objects.requireNonNullElse(named, Files.isDirectory(Path.of("../../shared")) ? "../../shared" : "../shared"));
        var example = shared.resolve("design/service-example").toAbsolutePath().normalize();
        assumeTrue(Files.isDirectory(example), "the design's service-example is not at " + example + "; name its folder by TORG_SHARED");
        return example;
    }

    /** A copy of a service of the project in which several things are wrong; gives where, as {@code file:line}. */
    static List<String> spoiled(Path into) {
        try {
            copy(TestFolder.PROJECT.resolve("services/order-guest-account"), into);
            var places = new ArrayList<String>();
            for (var fault : FAULTS) {
                var file = into.resolve(fault.file());
                var before = Files.readString(file);
                assertThat(before).contains(fault.right());
                places.add(fault.file() + ":" + before.substring(0, before.indexOf(fault.right()) + 1).lines().count());
                Files.writeString(file, before.replace(fault.right(), fault.wrong()));
            }
            return places;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The folder zipped. */
    static byte[] zip(Path folder) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes); var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
