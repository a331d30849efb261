package no.torg.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import no.torg.TestFolder;

/** The real log of incidents brought into a tenant of its own, beside whatever else the folder has. */
final class Importing {

    private static final Path LOG = Path.of(System.getenv().getOrDefault("TORG_SHARED", TestFolder.PROJECT.resolve("../shared").toString())).resolve("data/itsm/incident_event_log.csv.gz");

    private final Verbs verbs;
    private final Asks asks;

    Importing(Verbs verbs, Asks asks) {
        this.verbs = verbs;
        this.asks = asks;
    }

    static boolean possible() {
        return Files.exists(LOG);
    }

    /** Events a second, from the command until figures and search have caught up, its own start included. */
    double run() throws IOException, InterruptedException {
        var slug = "import" + System.currentTimeMillis() / 1000;
        verbs.run("tenant", "add", slug, "--name", "Import", "--theme", "fjordvik", "--host", slug + ".localhost", "--admin-mail", "admin@" + slug + ".example",
                "--admin-name", "Admin", "--zone", "UTC");
        var events = events();
        var begun = System.nanoTime();
        var exit = verbs.run("import", "eventlog", "--tenant", slug, "--mapping", TestFolder.PROJECT.resolve("mappings/servicenow-incidents.yaml").toString(), LOG.toString());
        if (exit != 0) {
            throw new IOException("The import ended with " + exit);
        }
        asks.waitForSearch();
        return events / ((System.nanoTime() - begun) / 1e9);
    }

    private static long events() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(LOG)), StandardCharsets.UTF_8))) {
            return in.lines().count() - 1;
        }
    }
}
