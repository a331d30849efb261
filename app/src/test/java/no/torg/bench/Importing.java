package no.torg.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import no.torg.TestFolder;

/** The real log of incidents brought into a tenant of its own, beside whatever else the folder has; also several times as large. */
final class Importing {

    /** So many times as large is the log that memory is to be as flat for. */
    static final int LARGE = 3;

    private static final Path LOG = Path.of(System.getenv().getOrDefault("TORG_SHARED", TestFolder.PROJECT.resolve("../shared").toString())).resolve("data/itsm/incident_event_log.csv.gz");

    private final Verbs verbs;
    private final Asks asks;
    private final Server server;
    private int nth;

    /**
     * What an import came to.
     *
     * @param events    events a second, from the command until figures and search have caught up, its own start included
     * @param importing the peak resident memory of the process that imported, in MB
     * @param heap      what its heap held at the end, in MB
     * @param serving   the peak resident memory of the process that served meanwhile, in MB
     */
    record Came(double events, long importing, double heap, long serving) {
    }

    Importing(Verbs verbs, Asks asks, Server server) {
        this.verbs = verbs;
        this.asks = asks;
        this.server = server;
    }

    static boolean possible() {
        return Files.exists(LOG);
    }

    /** The log, or so many of it one after the other, each with its own cases. */
    Came run(int times) throws IOException, InterruptedException {
        var slug = "import" + System.currentTimeMillis() / 1000 + "n" + nth++;
        verbs.run("tenant", "add", slug, "--name", "Import", "--theme", "fjordvik", "--host", slug + ".localhost", "--admin-mail", "admin@" + slug + ".example",
                "--admin-name", "Admin", "--zone", "UTC");
        var log = times == 1 ? LOG : Files.createTempFile("torg-bench-log", ".csv.gz");
        try {
            var events = times == 1 ? events() : copy(log, times);
            return bring(slug, log, events);
        } finally {
            if (!log.equals(LOG)) {
                Files.delete(log);
            }
        }
    }

    private Came bring(String slug, Path log, long events) throws IOException, InterruptedException {
        var collections = Files.createTempFile("torg-bench-gc", ".log");
        var served = new Memory(server.pid());
        served.forgetPeak();
        var begun = System.nanoTime();
        var running = verbs.start("-Xlog:gc:file=" + collections + ":none", "import", "eventlog", "--tenant", slug, "--mapping",
                TestFolder.PROJECT.resolve("mappings/servicenow-incidents.yaml").toString(), log.toString());
        var imported = new Memory(running.pid()).untilEnded(running);
        verbs.tell();
        if (running.exitValue() != 0) {
            throw new IOException("The import ended with " + running.exitValue());
        }
        asks.waitForSearch();
        var came = new Came(events / ((System.nanoTime() - begun) / 1e9), imported, Memory.heap(collections), served.peak());
        Files.delete(collections);
        return came;
    }

    private static BufferedReader log() throws IOException {
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(LOG)), StandardCharsets.UTF_8));
    }

    private static long events() throws IOException {
        try (var in = log()) {
            return in.lines().count() - 1;
        }
    }

    /** The first column is the case's number: each copy's says which it is. Gives how many events there are in all. */
    private static long copy(Path to, int times) throws IOException {
        long events = 0;
        try (var out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8)) {
            for (int copy = 0; copy < times; copy++) {
                try (var in = log()) {
                    var head = in.readLine();
                    if (copy == 0) {
                        out.write(head + "\n");
                    }
                    for (var line = in.readLine(); line != null; line = in.readLine(), events++) {
                        out.write(line.replaceFirst(",", "-" + copy + ","));
                        out.write('\n');
                    }
                }
            }
        }
        return events;
    }
}
