package no.torg.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
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
    private static final int KILLS = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final Report report;
    private final Server server;
    private final ConcurrentHashMap<Integer, String> acknowledged = new ConcurrentHashMap<>();
    private final Random random = new Random();

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

    private void kill(int tickets, AtomicBoolean done) {
        for (int kill = 1; kill <= KILLS && !done.get(); kill++) {
            var at = (long) tickets * kill / (KILLS + 1) + random.nextInt(Math.max(1, tickets / (KILLS * 4)));
            while (acknowledged.size() < at && !done.get()) {
                pause(20);
            }
            try {
                if (kill % 2 == 0) {
                    server.killDatabase();
                    server.untilAnswered("/api/cases?requester=me", "Authorization: Bearer " + Fill.token("requester", 0) + "\r\n");
                } else {
                    server.kill();
                    server.start("/services/it-service-desk", "");
                }
                System.out.println("Killed " + (kill % 2 == 0 ? "the database" : "the application") + " at " + acknowledged.size() + " and started again");
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException("Not started again after kill " + kill, failed);
            }
        }
    }

    private void verify(List<String> tickets) throws Exception {
        try (var owner = server.connect("postgres")) {
            var counted = new Counted(owner);
            counted.settle();
            report.atMost("acknowledged cases that are lost", counted.lost(acknowledged), "", 0);
            report.atMost("tickets that became more than one case", counted.doubled(), "", 0);
            report.atMost("texts that are not byte for byte what was sent", counted.changed(tickets, acknowledged), "", 0);
            report.atMost("cases without exactly one notification to the requester", counted.notTold(), "", 0);
            report.atMost("deliveries parked", counted.number("select count(*) from events.delivery where parked_reason is not null"), "", 0);
            report.atMost("teams whose counters differ from a recount", counted.miscounted(), "", 0);
            report.atMost("figures of opened cases that differ from a recount", counted.figuresOff(), "", 0);
        }
        report.atMost("cases that the search finds not once (500 of all)", searched(), "", 0);
    }

    private int searched() throws IOException {
        int wrong = 0;
        var numbers = new ArrayList<>(new HashSet<>(acknowledged.entrySet()));
        try (var wire = new Wire(server.port())) {
            for (int i = 0; i < Math.min(500, numbers.size()); i++) {
                var one = numbers.get(random.nextInt(numbers.size()));
                var found = wire.get("/api/search?q=" + one.getValue(), "Authorization: Bearer " + Fill.token("requester", one.getKey() % Fill.REQUESTERS) + "\r\n").text();
                wrong += found.split("\"number\":\"" + one.getValue() + "\"", -1).length == 2 ? 0 : 1;
            }
        }
        return wrong;
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
