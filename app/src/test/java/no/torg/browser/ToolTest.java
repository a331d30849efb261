package no.torg.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool that fails says why and ends, though its browser runs. */
class ToolTest {

    @TempDir
    private Path folder;

    /** Fails with its browser open. */
    static final class Failing {

        public static void main(String[] none) {
            Tool.run(() -> {
                Browsers.get();
                throw new IllegalStateException("The picture is in the way");
            });
        }
    }

    @Test
    void one_that_fails_says_why_and_ends() throws Exception {
        var said = folder.resolve("said.txt");
        var java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), Failing.class.getName())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(java.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        } finally {
            java.destroyForcibly();
        }
        assertThat(java.exitValue()).isEqualTo(1);
        assertThat(Files.readString(said)).contains("The picture is in the way");
    }
}
