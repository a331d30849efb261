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
        var command = Stream.concat(Stream.of(TestFolder.PROJECT.resolve("torg").toString()), Stream.of(words)).toList();
        var builder = new ProcessBuilder(command);
        builder.environment().put("TORG_DATA", data.toString());
        var log = data.resolveSibling("verbs.log");
        Files.writeString(log, "");
        var exit = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start().waitFor();
        System.out.print(Files.readString(log));
        return exit;
    }
}
