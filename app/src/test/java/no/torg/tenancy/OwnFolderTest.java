package no.torg.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Texts and files lie in folders that no other user of the machine may look into. */
@TorgTest
class OwnFolderTest {

    @Autowired
    private World world;
    @Value("${torg.search.folder}")
    private Path search;
    @Value("${torg.files.folder}")
    private Path files;

    @Test
    void what_is_searched_and_what_was_sent_is_for_torg_alone() throws IOException {
        assertThat(world.api("ingrid-hauge").get("/api/search?q=mus").status()).isEqualTo(200);
        assertThat(world.api("ingrid-hauge").send("POST", "/api/files?name=a.txt", "text/plain", "hei".getBytes()).status()).isEqualTo(201);
        assertThat(rights(search)).isEqualTo("rwx------");
        assertThat(rights(files)).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_was_open_is_shut(@TempDir Path folder) throws IOException {
        var open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(OwnFolder.made(open)).isEqualTo(open);
        assertThat(rights(open)).isEqualTo("rwx------");
        assertThat(rights(OwnFolder.made(folder.resolve("new/inner")))).isEqualTo("rwx------");
    }

    private static String rights(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
