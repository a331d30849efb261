package no.torg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import no.torg.TestFolder;

/** Verbs of {@code ./torg} on a data folder. */
record Verbs(Path data) {

    /** Waits until it ends, prints what it said, and gives its exit code. */
    int run(String... words) throws IOException, InterruptedException {
        var exit = start("", words).waitFor();
        tell();
        return exit;
    }

    /** Begins it, with options for Java; the process is Java's own once the script has made way. */
    Process start(String options, String... words) throws IOException {
        var command = Stream.concat(Stream.of(TestFolder.PROJECT.resolve("torg").toString()), Stream.of(words)).toList();
        var builder = new ProcessBuilder(command);
        builder.environment().put("TORG_DATA", data.toString());
        builder.environment().put("TORG_JAVA_OPTS", options);
        Files.writeString(log(), "");
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
    }

    /** Prints what the last one said. */
    void tell() throws IOException {
        System.out.print(Files.readString(log()));
    }

    private Path log() {
        return data.resolveSibling("verbs.log");
    }
}
