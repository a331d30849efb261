package no.torg.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"flow.bpmn | this is not supported yet", "rules.dmn | this is not supported yet", "templates/letter.docx | this is not supported yet",
        "../service.yaml | this is not a file of a service", "/etc/passwd | this is not a file of a service", "texts/../../nb.yaml | this is not a file of a service",
        "texts\\nb.yaml | this is not a file of a service", "texts/de.yaml | this is not a file of a service", "Main.class | this is not a file of a service",
        "tests/a/b.yaml | this is not a file of a service", ".DS_Store | this is not a file of a service", "tests/.yaml | this is not a file of a service"})
    void only_files_of_a_service_are_taken(String name, String message) throws IOException {
        var files = new TreeMap<>(Folders.parcelLocker());
        files.put(name, new byte[] {1});
        assertThat(ServiceFolder.read(files, null).problems()).containsExactly(new FolderProblem(name, 1, message));
        assertThat(ServiceFolder.readZip(zip(files), null).problems()).containsExactly(new FolderProblem(name, 1, message));
    }

    @Test
    void the_same_from_disk_from_a_zip_and_from_a_zip_with_a_folder_in_it() throws IOException {
        write(Folders.parcelLocker());
        var inFolder = new TreeMap<String, byte[]>();
        Folders.parcelLocker().forEach((name, bytes) -> inFolder.put("parcel-locker/" + name, bytes));
        assertThat(ServiceFolder.read(folder, Folders.SETUP).problems()).isEmpty();
        assertThat(ServiceFolder.readZip(zip(Folders.parcelLocker()), Folders.SETUP).problems()).isEmpty();
        assertThat(ServiceFolder.readZip(zip(inFolder), Folders.SETUP).problems()).isEmpty();
    }

    @Test
    void links_are_not_followed() throws IOException {
        write(Folders.parcelLocker());
        var secret = Files.createTempFile("secret", ".yaml");
        Files.delete(folder.resolve("texts/nb.yaml"));
        Files.createSymbolicLink(folder.resolve("texts/nb.yaml"), secret);
        assertThat(ServiceFolder.read(folder, null).problems()).containsExactly(new FolderProblem("texts/nb.yaml", 1, "the file is missing"),
            new FolderProblem("texts/nb.yaml", 1, "this is a link or no ordinary file"));
        Files.createSymbolicLink(folder.resolve("templates"), secret.getParent());
        assertThat(ServiceFolder.read(folder, null).problems()).contains(new FolderProblem("templates", 1, "this is a link or no ordinary file"));
        Files.delete(secret);
    }

    @Test
    void too_large_and_too_many() throws IOException {
        write(Map.of("form.json", new byte[2 * 1024 * 1024]));
        assertThat(ServiceFolder.read(folder, null).problems()).contains(new FolderProblem("form.json", 1, "this is larger than 1 MB"));
        var many = new TreeMap<String, byte[]>();
        for (int i = 0; i < 61; i++) {
            many.put("tests/t" + i + ".yaml", new byte[0]);
        }
        assertThat(ServiceFolder.read(many, null).problems()).contains(new FolderProblem(".", 1, "the folder has more than 60 files"));
        write(many);
        assertThat(ServiceFolder.read(folder, null).problems()).contains(new FolderProblem(".", 1, "the folder has more than 60 files"));
        // 200 MB of nothing in 200 kB
        assertThat(ServiceFolder.readZip(zip(Map.of("form.json", new byte[200 * 1024 * 1024])), null).problems())
            .contains(new FolderProblem(".", 1, "the zip has more than 60 files, a file over 1 MB, or more than 4 MB"));
    }

    @Test
    void what_a_folder_in_a_zip_has_of_content_is_counted() throws IOException {
        var large = new TreeMap<>(Folders.parcelLocker());
        large.put("texts/", new byte[200 * 1024 * 1024]);
        assertThat(ServiceFolder.readZip(zip(large), null).problems()).contains(new FolderProblem(".", 1, "the zip has more than 60 files, a file over 1 MB, or more than 4 MB"));
        large.put("texts/", new byte[1]);
        assertThat(ServiceFolder.readZip(zip(large), null).problems()).contains(new FolderProblem("texts/", 1, "this is not a file of a service"));
        large.put("texts/", new byte[0]);
        assertThat(ServiceFolder.readZip(zip(large), Folders.SETUP).problems()).isEmpty();
    }

    @Test
    void what_is_no_folder_and_no_zip() {
        assertThat(ServiceFolder.read(folder.resolve("nowhere"), null).problems()).contains(new FolderProblem(".", 1, "there is no such folder"));
        var random = new byte[1000];
        new Random(7).nextBytes(random);
        assertThat(ServiceFolder.readZip(random, null).problems()).contains(new FolderProblem(".", 1, "this is not a zip, or it is empty"));
        assertThat(ServiceFolder.readZip(new byte[0], null).problems()).contains(new FolderProblem(".", 1, "this is not a zip, or it is empty"));
    }

    private void write(Map<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
