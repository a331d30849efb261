package no.torg.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;

import no.torg.tenancy.Tenant;

/** A data folder with so many cases, filled the first time and used again after. */
final class FilledFolder {

    private FilledFolder() {
    }

    /** Starts the server on the folder, filling it first where that was not done; gives how many seconds the filling took, 0 for none. */
    static double start(Server server, Path data, int cases) throws Exception {
        var done = data.resolveSibling(data.getFileName() + ".filled");
        var took = 0.0;
        if (!Files.exists(done)) {
            remove(data);
            Files.createDirectories(data);
            System.out.printf("Filling %s with %,d cases%n", data, cases);
            server.start("/services/it-service-desk", "");
            // the database goes on alone, with nobody who reads what is being filled
            server.kill();
            var begun = System.nanoTime();
            fill(data, cases);
            took = (System.nanoTime() - begun) / 1e9;
            // as after an index was lost: read once a case, not once an event
            remove(data.resolve("search"));
            Files.writeString(done, "%d cases in %.0f s%n".formatted(cases, took));
        }
        server.start("/services/it-service-desk", "");
        return took;
    }

    /** By a process of its own, so that what it needs of memory is the file cache's again before anything is measured. */
    private static void fill(Path data, int cases) throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var exit = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), FilledFolder.class.getName(), data.toString(), Integer.toString(cases))
                .inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("Filling " + data + " ended with " + exit);
        }
    }

    /** Fills the folder named first, whose database runs, with as many cases as named second. */
    static void main(String[] arguments) throws Exception {
        var server = new Server(Path.of(arguments[0]), 0);
        new Filling(server, tenant(server)).cases(Integer.parseInt(arguments[1]));
    }

    private static Tenant tenant(Server server) throws IOException, SQLException {
        try (var owner = server.connect("postgres"); var row = owner.createStatement().executeQuery("select slug, name, theme, zone from tenancy.tenant where id = 1")) {
            row.next();
            return new Tenant(1, row.getString(1), row.getString(2), row.getString(3), ZoneId.of(row.getString(4)), Map.of());
        }
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    /** The bytes of all files in a folder. */
    static long bytes(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Reads the database's files once: as warm as the file cache is where Torg has run for weeks. */
    static void read(Path data) throws IOException {
        System.out.println("Reading the database's files");
        var buffer = ByteBuffer.allocateDirect(1 << 20);
        try (var all = Files.walk(data.resolve("postgres/base"))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                try (var in = FileChannel.open(file)) {
                    while (in.read(buffer.clear()) >= 0) {
                        // only so that it was read
                    }
                }
            }
        }
    }
}
