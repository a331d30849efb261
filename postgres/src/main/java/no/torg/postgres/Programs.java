package no.torg.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs other programs with an environment of our own, so that nobody's PG* variables steer the database. */
final class Programs {

    private Programs() {
    }

    static boolean succeeds(String... command) throws IOException {
        try {
            var process = prepared(List.of(command)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return ended(process, 10) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Runs to the end within two minutes and answers what was said, or refuses with the last line of it. */
    static String run(List<String> command, String what) throws IOException {
        var process = prepared(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes()).strip();
        if (!ended(process, 120) || process.exitValue() != 0) {
            throw new EmbeddedPostgresRefused(what + " failed: " + said.substring(said.lastIndexOf('\n') + 1));
        }
        return said;
    }

    static Process background(List<String> command, Path output) throws IOException {
        return prepared(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean ended(Process process, int seconds) {
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return true;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw interrupted(e);
        }
    }

    private static EmbeddedPostgresRefused interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new EmbeddedPostgresRefused("Torg was told to stop while it waited for PostgreSQL.", e);
    }

    private static ProcessBuilder prepared(List<String> command) {
        var builder = new ProcessBuilder(command).directory(new File("/")).redirectInput(new File("/dev/null"));
        var path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }
}
