package no.torg.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import no.torg.TestFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that the database refuses is told in one sentence, not by a page of stack. */
class RefusedStartTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_in_the_way_is_said_and_no_stack() throws Exception {
        var data = Files.writeString(folder.resolve("a-file"), "in the way");
        var start = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), "no.torg.Torg", "--server.port=0",
                "--torg.database.data=" + data).directory(TestFolder.PROJECT.toFile()).redirectErrorStream(true).start();
        var said = new ByteArrayOutputStream();
        start.getInputStream().transferTo(said);

        assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(start.exitValue()).isNotZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Description:").contains(data.toString()).doesNotContain("\tat no.torg.");
    }
}
