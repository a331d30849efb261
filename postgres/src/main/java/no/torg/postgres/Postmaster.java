package no.torg.postgres;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server of one cluster, known by its command and its folder: a number in a file alone proves nothing. */
record Postmaster(Path cluster, ProcessHandle process) {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    // the encoding in which the system hands over paths
    private static final Charset NATIVE = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    private static final Duration RECOVERY = Duration.ofMinutes(30);
    private static final Duration FAST_STOP = Duration.ofSeconds(60);
    private static final Duration CHILDREN = Duration.ofSeconds(5);
    private static final Duration EXEC = Duration.ofSeconds(1);

    /** The server that postmaster.pid names, if that process really is a PostgreSQL on this folder. */
    static Optional<Postmaster> running(Path cluster) throws IOException {
        var lines = pidFile(cluster);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
            .filter(process -> serves(process.pid(), cluster))
            .map(process -> new Postmaster(cluster, process));
    }

    /** Waits for what a dead server left to go, ends what stays, and removes the note of the dead one. */
    static void clear(Path cluster) throws IOException {
        var left = at(cluster);
        if (!left.isEmpty()) {
            log.info("Waiting for {} processes of an earlier PostgreSQL to end", left.size());
            if (!within(CHILDREN, () -> at(cluster).isEmpty())) {
                // their server is gone, so nothing they still do can be committed
                at(cluster).forEach(ProcessHandle::destroyForcibly);
            }
            if (!within(CHILDREN, () -> at(cluster).isEmpty())) {
                throw new EmbeddedPostgresRefused("Processes of an earlier PostgreSQL still hold " + cluster
                    + " and can't be ended; end " + at(cluster).stream().map(p -> String.valueOf(p.pid())).toList() + " by hand.");
            }
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    /** Waits until connections are taken, through a recovery if there is one; false when the server ended instead. */
    boolean ready() throws IOException {
        var since = Instant.now();
        var told = since;
        while (alive() && Instant.now().isBefore(since.plus(RECOVERY))) {
            var status = status();
            if (status.equals("ready")) {
                return true;
            }
            if (Instant.now().isAfter(told.plusSeconds(10))) {
                told = Instant.now();
                log.info("PostgreSQL is not ready yet (after a crash it first recovers): {}", status);
            }
            Programs.pause(10);
        }
        return false;
    }

    /** The last word in postmaster.pid: starting, ready, stopping; empty while there is none. */
    String status() throws IOException {
        var lines = pidFile(cluster);
        var named = lines.size() >= 8 && lines.getFirst().strip().equals(String.valueOf(process.pid()));
        return named ? lines.get(7).strip() : "";
    }

    int port() throws IOException {
        return Integer.parseInt(pidFile(cluster).get(3).strip());
    }

    boolean runs(Path program) {
        return command(process.pid()).getFirst().equals(program.toString());
    }

    /** Also false for a process that ended without anybody collecting it. */
    boolean alive() {
        return process.isAlive() && !uncollected(process.pid());
    }

    /** Ends the sessions and stops with a last checkpoint; after a minute without one, which the next start repairs. */
    void stop() throws IOException {
        signal("INT");
        if (!within(FAST_STOP, () -> !alive())) {
            log.warn("PostgreSQL did not stop in {} s and is stopped at once; it recovers at the next start", FAST_STOP.toSeconds());
            signal("QUIT");
            if (!within(CHILDREN, () -> !alive())) {
                process.destroyForcibly();
            }
        }
    }

    private void signal(String name) throws IOException {
        // while it becomes the server its command cannot be read for a moment
        if (within(EXEC, () -> !alive() || serves(process.pid(), cluster)) && alive()) {
            Programs.succeeds("/bin/sh", "-c", "kill -" + name + " " + process.pid());
        }
    }

    private static boolean serves(long pid, Path cluster) {
        var command = command(pid);
        var folder = command.indexOf("-D") + 1;
        return isPostgresIn(pid, cluster) && folder > 0 && folder < command.size()
            && command.get(folder).equals(cluster.toString());
    }

    private static boolean isPostgresIn(long pid, Path cluster) {
        try {
            // every process of a server has the cluster as its working folder
            return command(pid).getFirst().matches("(.*/)?postgres(:.*)?")
                && Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(cluster);
        } catch (IOException endedOrForeign) {
            return false;
        }
    }

    private static List<ProcessHandle> at(Path cluster) {
        return ProcessHandle.allProcesses().filter(process -> isPostgresIn(process.pid(), cluster)).toList();
    }

    private static boolean uncollected(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"), NATIVE);
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException ended) {
            return true;
        }
    }

    private static List<String> command(long pid) {
        try {
            return List.of(new String(Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline")), NATIVE).split("\0"));
        } catch (IOException endedOrForeign) {
            return List.of("");
        }
    }

    private static List<String> pidFile(Path cluster) throws IOException {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static boolean within(Duration time, BooleanSupplier done) {
        var end = Instant.now().plus(time);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Programs.pause(10);
        }
        return true;
    }
}
