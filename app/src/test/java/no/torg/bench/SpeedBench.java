package no.torg.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The promised speed, beside yardsticks of the same run: raw JDBC for creating, a signed-in page with next to nothing on it for pages. */
final class SpeedBench {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int CREATES = 3_000;
    private static final double SECONDS = 8;
    private static final long WARM_UP = 60_000;

    private final Path data;
    private final Report report;
    private final int wanted;
    private final List<String> parts;
    private final Server server;
    private final Asks asks;
    private final Leafing[] lists = Stream.generate(() -> new Leafing(null)).limit(CLIENTS).toArray(Leafing[]::new);

    SpeedBench(Path folder, Report report, int cases, List<String> parts) {
        this.data = folder.resolve("speed-" + cases);
        this.report = report;
        this.wanted = cases;
        this.parts = parts;
        this.server = new Server(data, 18_080);
        this.asks = new Asks(server);
    }

    void run() throws Exception {
        FilledFolder.start(server, data, wanted);
        try {
            asks.learn(10);
            asks.waitForSearch();
            warmUp();
            part("creates", this::creates);
            part("pages", this::pages);
            part("searches", this::searches);
            part("memory", this::memory);
        } finally {
            server.close();
        }
        part("start", this::startUp);
    }

    private void part(String name, Part part) throws Exception {
        if (parts.isEmpty() || parts.contains(name)) {
            part.measure();
        }
    }

    private interface Part {
        void measure() throws Exception;
    }

    private void warmUp() throws InterruptedException {
        System.out.printf("Warming up with %,d requests and more%n", WARM_UP);
        var wrong = Load.warmUp(server.port(), CLIENTS, WARM_UP, (wire, client, turn) -> switch ((int) (turn % 8)) {
            case 0, 5 -> lists[client].page(wire);
            case 1, 6 -> asks.casePage(wire);
            case 2 -> wire.get("/search", Asks.cookie("worker"));
            case 3 -> asks.foundByApi(wire);
            case 4 -> asks.search(wire, Asks.SEARCHES.get(Asks.any(5)));
            default -> asks.create(wire);
        });
        report.atMost("warm-up of 60,000 requests and more: answers that were wrong", wrong, "", 0);
    }

    private void creates() throws Exception {
        var raw = raw();
        var ours = new double[ROUNDS];
        var theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            var made = Load.times(server.port(), CLIENTS, CREATES, (wire, client, turn) -> asks.create(wire));
            settle();
            ours[round] = (made.answers() - made.wrong()) / ((System.nanoTime() - begun) / 1e9);
            theirs[round] = raw.run(CLIENTS, CREATES, asks.text(40));
        }
        report.line("create over the API until all has followed, 8 clients", Middle.of(ours), "/s");
        report.line("create by raw JDBC, 8 connections", Middle.of(theirs), "/s");
        report.atLeast("create: share of raw JDBC (aim 40)", 100 * Middle.ofRatios(ours, theirs), "%", 20);
    }

    private RawCreates raw() throws SQLException, IOException {
        try (var owner = server.connect("postgres"); var statement = owner.createStatement();
                var row = statement.executeQuery("select s.id, s.published, (select id from people.team where tenant_id = 1 and name = 'Bench team 0'), "
                        + "(select id from people.unit where tenant_id = 1 limit 1), (select id from people.person where tenant_id = 1 and name = 'Bench requester 1') "
                        + "from catalog.service s where s.tenant_id = 1 and s.slug = 'it-service-desk'")) {
            row.next();
            return new RawCreates(server, row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class), row.getObject(4, UUID.class), row.getObject(5, UUID.class));
        }
    }

    /** Until no delivery is due, and the search has read what was written. */
    private void settle() throws Exception {
        try (var owner = server.connect("postgres"); var statement = owner.createStatement()) {
            for (boolean due = true; due; ) {
                try (var row = statement.executeQuery("select exists (select 1 from events.delivery where parked_reason is null and next_try_at <= now())")) {
                    row.next();
                    due = row.getBoolean(1);
                }
                if (due) {
                    Thread.sleep(10);
                }
            }
        }
        asks.waitForSearch();
    }

    private void pages() throws InterruptedException {
        var rounds = new Rounds(server.port())
                .with("empty", CLIENTS, SECONDS, (wire, client, turn) -> wire.get("/search", Asks.cookie("worker")))
                .with("list", CLIENTS, SECONDS, (wire, client, turn) -> lists[client].page(wire))
                .with("case page", CLIENTS, SECONDS, (wire, client, turn) -> asks.casePage(wire))
                .with("no rows", CLIENTS, SECONDS / 2, (wire, client, turn) -> wire.get("/work/all?text=2019-000000", Asks.cookie("worker")))
                .with("list, one client", 1, SECONDS / 2, (wire, client, turn) -> lists[client].page(wire))
                .with("case page, one client", 1, SECONDS / 2, (wire, client, turn) -> asks.casePage(wire)).run();
        var empty = rounds.rates("empty");
        var list = rounds.rates("list");
        var page = rounds.rates("case page");
        report.atMost("pages: answers that were wrong", rounds.wrong(), "", 0);
        report.line("signed-in page with an empty frame, 8 clients", Middle.of(empty), "/s");
        report.line("work frame with its counts and no rows, 8 clients", Middle.of(rounds.rates("no rows")), "/s");
        report.atLeast("queue list of 50 rows, 8 clients", Middle.of(list), "/s", 250);
        report.atLeast("queue list: share of the empty frame", 100 * Middle.ofRatios(list, empty), "%", 60);
        report.atLeast("case page with 10 messages, 8 clients", Middle.of(page), "/s", 250);
        report.atLeast("case page: share of the empty frame", 100 * Middle.ofRatios(page, empty), "%", 60);
        report.atMost("queue list, one client, p95", rounds.p95("list, one client"), "ms", 10);
        report.atMost("case page, one client, p95", rounds.p95("case page, one client"), "ms", 10);
    }

    private void searches() throws InterruptedException {
        var rounds = new Rounds(server.port());
        Asks.SEARCHES.forEach(kind -> rounds.with(kind, CLIENTS, SECONDS / 2, (wire, client, turn) -> asks.search(wire, kind)));
        rounds.run();
        report.atMost("searches: answers that were wrong", rounds.wrong(), "", 0);
        Asks.SEARCHES.forEach(kind -> report.atMost("search, " + kind + ", 8 clients, p95", rounds.p95(kind), "ms", 40));
    }

    private void memory() throws IOException, InterruptedException {
        Thread.sleep(60_000);
        report.atMost("resident memory of the Java process 60 s after", server.residentMegabytes(), "MB", 400);
    }

    /** From the built jar to a signed-in queue page; the median of five starts. */
    private void startUp() throws IOException, InterruptedException {
        var took = new double[5];
        for (int i = 0; i < took.length; i++) {
            took[i] = server.start("/work", Asks.cookie("worker")).toMillis() / 1000.0;
            server.close();
        }
        report.atMost("from the built jar to a signed-in queue page, median of 5", Middle.of(took), "s", 6);
    }
}
