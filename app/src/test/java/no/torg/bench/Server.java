package no.torg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import no.torg.TestFolder;

/** The built jar as a process of its own on a data folder, as {@code ./torg run} starts it; can be killed without warning. */
final class Server implements AutoCloseable {

    private final Path data;
    private final int port;
    private final List<String> options;
    private Process process;

    Server(Path data, int port, String... options) {
        this.data = data;
        this.port = port;
        this.options = List.of(options);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Starts it and waits until it answers; gives how long that took. */
    Duration start(String path, String headers) throws IOException, InterruptedException {
        if (answers("/", "")) {
            throw new IOException("Something answers on port " + port + " already; stop it first");
        }
        var begun = Instant.now();
        var builder = new ProcessBuilder(TestFolder.PROJECT.resolve("torg").toString(), "run");
        builder.environment().put("TORG_PORT", Integer.toString(port));
        builder.environment().put("TORG_DATA", data.toString());
        builder.environment().put("TORG_JAVA_OPTS", String.join(" ", options));
        process = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolveSibling("bench.log").toFile())).start();
        untilAnswered(path, headers);
        return Duration.between(begun, Instant.now());
    }

    /** Waits until it answers; an application that ends meanwhile is an error. */
    void untilAnswered(String path, String headers) throws IOException, InterruptedException {
        while (!answers(path, headers)) {
            if (!process.isAlive()) {
                throw new IOException("The server did not start; see " + data.resolveSibling("bench.log"));
            }
            Thread.sleep(20);
        }
    }

    private boolean answers(String path, String headers) {
        try (var wire = new Wire(port)) {
            return wire.get(path, headers).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL to the application, its database left alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGKILL to the postmaster and all its children; the application is to start it again by itself. */
    void killDatabase() throws IOException {
        var pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        var all = new ArrayList<>(postmaster.descendants().toList());
        all.addFirst(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** The resident memory of the Java process, in MB. */
    long residentMegabytes() throws IOException {
        return new Memory(process.pid()).resident();
    }

    /** A connection of {@code user}, one of the logins whose passwords the data folder keeps; past row security for the owner. */
    Connection connect(String user) throws IOException, SQLException {
        var kept = new Properties();
        try (var in = Files.newInputStream(data.resolve("postgres.properties"))) {
            kept.load(in);
        }
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + kept.getProperty("port") + "/torg", user, kept.getProperty("password." + user));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
