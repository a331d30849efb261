package no.torg.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import no.torg.TestFolder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real tickets through the API with eight clients while the application, or the database with all its children, is killed at random moments:
 * what was acknowledged stands once, told once, found once and counted once.
 */
final class TicketBench {

    private static final int CLIENTS = 8;
    /** At least ten that hit are wanted; the last may find that all has been sent. */
    private static final int KILLS = 12;
    private static final int WANTED = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final Report report;
    private final Server server;
    private final ConcurrentHashMap<Integer, String> acknowledged = new ConcurrentHashMap<>();
    private final Random random = new Random();
    private final AtomicInteger applications = new AtomicInteger();
    private final AtomicInteger databases = new AtomicInteger();

    TicketBench(Path folder, Report report) {
        this.data = folder.resolve("tickets-" + System.currentTimeMillis());
        this.report = report;
        this.server = new Server(data, 18_081);
    }

    void run(int limit) throws Exception {
        var source = Path.of(System.getenv().getOrDefault("TORG_SHARED", TestFolder.PROJECT.resolve("../shared").toString())).resolve("data/routing/it-tickets-train.csv.gz");
        if (!Files.exists(source)) {
            System.out.println("Skipped: the tickets are not at " + source + "; TORG_SHARED names the folder that has data/");
            return;
        }
        var tickets = tickets(source).stream().limit(limit).toList();
        Files.createDirectories(data);
        server.start("/services/it-service-desk", "");
        try {
            try (var owner = server.connect("postgres")) {
                new Fill(owner).people();
            }
            send(tickets);
            server.start("/services/it-service-desk", "");
            verify(tickets);
        } finally {
            server.close();
        }
    }

    private void send(List<String> tickets) throws Exception {
        var next = new AtomicInteger();
        var done = new AtomicBoolean();
        var begun = System.nanoTime();
        var clients = IntStream.range(0, CLIENTS).mapToObj(client -> Thread.ofPlatform().start(() -> client(tickets, next))).toList();
        var killer = Thread.ofPlatform().start(() -> kill(tickets.size(), done));
        for (var client : clients) {
            client.join();
        }
        done.set(true);
        killer.join();
        report.atLeast("kills in the middle, with a start after each", applications.get() + databases.get(), "", WANTED);
        report.atLeast("of them of the application", applications.get(), "", WANTED / 3);
        report.atLeast("of them of the database with all its children", databases.get(), "", WANTED / 3);
        report.atLeast("tickets acknowledged", acknowledged.size(), "", tickets.size());
        report.line("tickets a second, kills and restarts included", tickets.size() / ((System.nanoTime() - begun) / 1e9), "/s");
        server.close();
    }

    private void client(List<String> tickets, AtomicInteger next) {
        try (var wire = new Wire(server.port())) {
            for (int ticket = next.getAndIncrement(); ticket < tickets.size(); ticket = next.getAndIncrement()) {
                while (!acknowledged.containsKey(ticket)) {
                    send(wire, ticket, tickets.get(ticket));
                }
            }
        }
    }

    /** Sends until it is acknowledged, always with the ticket's own key. */
    private void send(Wire wire, int ticket, String text) {
        try {
            var body = JSON.writeValueAsBytes(Map.of("answers", Map.of("description", text)));
            var answer = wire.post("/api/services/it-service-desk/requests",
                    "Authorization: Bearer " + Fill.token("requester", ticket % Fill.REQUESTERS) + "\r\nIdempotency-Key: ticket-" + ticket + "\r\n", body);
            if (answer.status() == 200 || answer.status() == 201) {
                acknowledged.put(ticket, JSON.readTree(answer.text()).get("number").asString());
            } else if (answer.status() / 100 == 4) {
                throw new IllegalStateException("Ticket " + ticket + " refused: " + answer.text());
            } else {
                Thread.sleep(50);
            }
        } catch (IOException down) {
            pause(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** At random moments, one in each part of the way; what finds all sent is no kill in the middle. */
    private void kill(int tickets, AtomicBoolean done) {
        for (int kill = 0; kill < KILLS; kill++) {
            var at = (long) ((kill + 0.5 + random.nextDouble()) * tickets / (KILLS + 1));
            while (acknowledged.size() < at && !done.get()) {
                pause(5);
            }
            if (done.get()) {
                return;
            }
            try {
                kill(kill % 2 == 0);
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException("Not started again after kill " + kill, failed);
            }
        }
    }

    private void kill(boolean application) throws IOException, InterruptedException {
        var at = acknowledged.size();
        if (application) {
            server.kill();
            server.start("/services/it-service-desk", "");
            applications.incrementAndGet();
        } else {
            server.killDatabase();
            server.untilAnswered("/api/cases?requester=me", "Authorization: Bearer " + Fill.token("requester", 0) + "\r\n");
            databases.incrementAndGet();
        }
        System.out.println("Killed " + (application ? "the application" : "the database") + " at " + at + " and started again");
    }

    private void verify(List<String> tickets) throws Exception {
        try (var owner = server.connect("postgres")) {
            var counted = new Counted(owner);
            counted.settle();
            report.atMost("acknowledged cases that are lost", counted.lost(acknowledged), "", 0);
            report.atMost("tickets that became more than one case", counted.doubled(), "", 0);
            report.atMost("texts that do not stand byte for byte as they were sent", counted.changed(tickets, acknowledged), "", 0);
            report.atMost("cases without exactly one notification to the requester", counted.notTold(), "", 0);
            report.atMost("deliveries parked", counted.number("select count(*) from events.delivery where parked_reason is not null"), "", 0);
            report.atMost("teams whose counters differ from a recount", counted.miscounted(), "", 0);
            report.atMost("figures of opened cases that differ from a recount", counted.figuresOff(), "", 0);
        }
        var returned = new Returned(server.port(), tickets, acknowledged);
        report.atMost("texts that the API does not give back byte for byte", returned.changed(), "", 0);
        report.atMost("cases that a search for their number finds not once", returned.notFoundByNumber(), "", 0);
        report.atMost("cases that a search for a word of theirs finds not once", returned.notFoundByWord(), "", 0);
        report.atMost("figures check: ended with differences", new Verbs(data).run("figures", "check"), "", 0);
    }

    /** The first column of the file; texts are quoted where they hold commas. */
    private static List<String> tickets(Path source) throws IOException {
        var tickets = new ArrayList<String>();
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(source)), StandardCharsets.UTF_8))) {
            in.readLine();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var end = line.lastIndexOf(',');
                var text = line.substring(0, end);
                tickets.add(text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text);
            }
        }
        return tickets;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
