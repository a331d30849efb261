package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import no.torg.TestFolder;
import no.torg.TorgTest;
import no.torg.verbs.Verbs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The script by which everything is done: what it says before Java has begun. */
@TorgTest
class ScriptTest {

    @TempDir
    private Path folder;
    @Autowired
    private Verbs verbs;

    private record Said(int code, String text) {
    }

    private Said torg(Map<String, String> settings, String... words) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(TestFolder.PROJECT.resolve("torg").toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(words));
        builder.environment().putAll(settings);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    @Test
    void help_lists_every_verb() throws Exception {
        var help = torg(Map.of(), "help");
        assertThat(help.code()).isZero();
        for (var usage : verbs.usages()) {
            var verb = usage.strip().split(" ")[1];
            assertThat(help.text()).as(usage).containsPattern("(\\./torg|…) " + verb + "\\b");
        }
    }

    @Test
    void a_port_that_is_none_is_told() throws Exception {
        var said = torg(Map.of("TORG_PORT", "99999"), "run");
        assertThat(said).isEqualTo(new Said(1, "torg: TORG_PORT is \"99999\"; give a number between 1 and 65535.\n"));
    }

    @Test
    void a_second_start_says_who_has_the_data_or_else_the_port() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = Map.of("TORG_PORT", Integer.toString(taken.getLocalPort()), "TORG_DATA", folder.toString());
            Files.writeString(folder.resolve("torg.pid"), ProcessHandle.current().pid() + "\n");
            assertThat(torg(settings, "run").text()).as("a number that another program has got since").contains("Port " + taken.getLocalPort() + " is in use by another program");

            var running = new ProcessBuilder("bash", "-c", "exec -a torg.jar sleep 600").start();
            try {
                Files.writeString(folder.resolve("torg.pid"), running.pid() + "\n");
                var said = torg(settings, "run");
                assertThat(said.code()).isEqualTo(1);
                assertThat(said.text()).contains("Torg runs already on the data in " + folder.toRealPath() + ", as process " + running.pid());
            } finally {
                running.destroyForcibly();
            }
        }
    }
}
