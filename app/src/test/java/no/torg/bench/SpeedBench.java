package no.torg.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The promised speed, beside yardsticks of the same run: raw JDBC for creating, a signed-in page with next to nothing on it for pages. */
final class SpeedBench {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int CREATES = 3_000;
    private static final double SECONDS = 8;
    private static final long WARM_UP = 60_000;

    /** Cases with ten messages, each with the number in the name of a worker of its team. */
    private static final String LONG_CASES = """
            select c.number, (select (array_agg(replace(p.name, 'Bench worker ', '')::int order by random()))[1] from people.role r join people.person p on p.tenant_id = 1 and p.id = r.person_id
                where r.tenant_id = 1 and r.scope_id = c.team_id and r.role = 'case-worker' and p.name like 'Bench worker %') as worker
            from cases.case_file c where c.tenant_id = 1 and exists (select 1 from conversations.message m where m.tenant_id = 1 and m.thread_id = c.id and m.seq = 10)
              and exists (select 1 from people.role r join people.person p on p.tenant_id = 1 and p.id = r.person_id
                where r.tenant_id = 1 and r.scope_id = c.team_id and r.role = 'case-worker' and p.name like 'Bench worker %') limit 5000""";

    private final Path data;
    private final Report report;
    private final int wanted;
    private final List<String> parts;
    private final Server server;
    private final Vocabulary vocabulary = new Vocabulary(new Random(7));
    private final List<Readable> cases = new ArrayList<>();
    private final Leafing[] lists = Stream.generate(Leafing::new).limit(CLIENTS).toArray(Leafing[]::new);

    private record Readable(String number, int worker) {
    }

    SpeedBench(Path folder, Report report, int cases, List<String> parts) {
        this.data = folder.resolve("speed-" + cases);
        this.report = report;
        this.wanted = cases;
        this.parts = parts;
        this.server = new Server(data, 18_080);
    }

    void run() throws Exception {
        Files.createDirectories(data);
        server.start("/services/it-service-desk", "");
        try {
            fill();
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

    private void fill() throws Exception {
        try (var owner = server.connect("postgres")) {
            System.out.println("Filling to " + wanted + " cases");
            new Fill(owner).cases(wanted);
            try (var rows = owner.createStatement().executeQuery(LONG_CASES)) {
                while (rows.next()) {
                    cases.add(new Readable(rows.getString(1), rows.getInt(2) - 1));
                }
            }
        }
        waitForSearch();
    }

    /** Asks for a fresh case until the search knows it: then it has read the whole log. */
    private void waitForSearch() throws IOException, InterruptedException {
        var word = "zq" + UUID.randomUUID().toString().replace("-", "");
        try (var wire = new Wire(server.port())) {
            wire.post("/api/services/it-service-desk/requests", bearer("requester", 0), ("{\"answers\": {\"description\": \"" + word + "\"}}").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 6_000; i++) {
                if (wire.get("/api/search?q=" + word, bearer("requester", 0)).text().contains("\"number\":\"2026")) {
                    return;
                }
                Thread.sleep(i < 200 ? 25 : 200);
            }
        }
        throw new IOException("The search does not catch up");
    }

    private void warmUp() throws InterruptedException {
        System.out.println("Warming up with " + WARM_UP + " requests");
        var result = Load.times(server.port(), CLIENTS, WARM_UP, (wire, client, turn) -> switch ((int) (turn % 5)) {
            case 0 -> lists[client].page(wire);
            case 1 -> casePage(wire);
            case 2 -> wire.get("/search", cookie("worker"));
            case 3 -> wire.get("/api/search?q=" + URLEncoder.encode(vocabulary.word(ThreadLocalRandom.current().nextInt(5_000)), StandardCharsets.UTF_8), bearer("worker", any(Fill.WORKERS)));
            default -> create(wire, 300);
        });
        report.atMost("warm-up of 60,000 requests: answers that were wrong", result.wrong(), "", 0);
    }

    private void creates() throws Exception {
        var raw = raw();
        var ours = new double[ROUNDS];
        var theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            var made = Load.times(server.port(), CLIENTS, CREATES, (wire, client, turn) -> create(wire, 300));
            settle();
            ours[round] = (made.answers() - made.wrong()) / ((System.nanoTime() - begun) / 1e9);
            theirs[round] = raw.run(CLIENTS, CREATES, vocabulary.text(40));
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
        waitForSearch();
    }

    private void pages() throws InterruptedException {
        var empty = new double[ROUNDS];
        var list = new double[ROUNDS];
        var page = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            empty[round] = Load.seconds(server.port(), CLIENTS, SECONDS, (wire, client, turn) -> wire.get("/search", cookie("worker"))).rate();
            list[round] = rate("list", Load.seconds(server.port(), CLIENTS, SECONDS, (wire, client, turn) -> lists[client].page(wire)));
            page[round] = rate("case page", Load.seconds(server.port(), CLIENTS, SECONDS, (wire, client, turn) -> casePage(wire)));
        }
        report.line("signed-in page with an empty frame, 8 clients", Middle.of(empty), "/s");
        report.line("work frame with its counts and no rows, 8 clients", Load.seconds(server.port(), CLIENTS, SECONDS, (wire, client, turn) ->
                wire.get("/work/all?text=2019-000000", cookie("worker"))).rate(), "/s");
        report.atLeast("queue list of 50 rows, 8 clients", Middle.of(list), "/s", 250);
        report.atLeast("queue list: share of the empty frame", 100 * Middle.ofRatios(list, empty), "%", 60);
        report.atLeast("case page with 10 messages, 8 clients", Middle.of(page), "/s", 250);
        report.atLeast("case page: share of the empty frame", 100 * Middle.ofRatios(page, empty), "%", 60);
        report.atMost("queue list, one client, p95", Load.seconds(server.port(), 1, SECONDS, (wire, client, turn) -> lists[client].page(wire)).p95(), "ms", 10);
        report.atMost("case page, one client, p95", Load.seconds(server.port(), 1, SECONDS, (wire, client, turn) -> casePage(wire)).p95(), "ms", 10);
    }

    private double rate(String what, Load.Result result) {
        if (result.wrong() > 0) {
            report.atMost(what + ": answers that were wrong", result.wrong(), "", 0);
        }
        return result.rate();
    }

    private void searches() throws InterruptedException {
        for (var kind : List.of("rare", "common", "two words", "prefix", "misspelt")) {
            var p95 = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                p95[round] = Load.seconds(server.port(), CLIENTS, SECONDS / 2, (wire, client, turn) ->
                        wire.get("/search?q=" + URLEncoder.encode(words(kind), StandardCharsets.UTF_8), cookie("worker"))).p95();
            }
            report.atMost("search, " + kind + ", 8 clients, p95", Middle.of(p95), "ms", 40);
        }
    }

    private String words(String kind) {
        var random = ThreadLocalRandom.current();
        return switch (kind) {
            case "rare" -> vocabulary.word(10_000 + random.nextInt(10_000));
            case "common" -> vocabulary.word(random.nextInt(20));
            case "two words" -> vocabulary.word(random.nextInt(200)) + " " + vocabulary.word(random.nextInt(2_000));
            case "prefix" -> vocabulary.word(900 + random.nextInt(9_000)).substring(0, 6);
            default -> Vocabulary.misspelt(vocabulary.word(900 + random.nextInt(9_000)), random);
        };
    }

    private void memory() throws IOException, InterruptedException {
        Thread.sleep(60_000);
        report.atMost("resident memory of the Java process 60 s after", server.residentMegabytes(), "MB", 400);
    }

    /** From the built jar to a signed-in queue page; the median of five starts. */
    private void startUp() throws IOException, InterruptedException {
        var took = new double[5];
        for (int i = 0; i < took.length; i++) {
            took[i] = server.start("/work", cookie("worker")).toMillis() / 1000.0;
            server.close();
        }
        report.atMost("from the built jar to a signed-in queue page, median of 5", Middle.of(took), "s", 6);
    }

    private Wire.Answer casePage(Wire wire) throws IOException {
        var any = cases.get(any(cases.size()));
        return wire.get("/work/cases/" + any.number(), "Cookie: torg-session=" + Fill.token("worker", any.worker()) + "\r\n");
    }

    private Wire.Answer create(Wire wire, int characters) throws IOException {
        var text = vocabulary.text(characters / 7);
        return wire.post("/api/services/it-service-desk/requests", bearer("requester", any(Fill.REQUESTERS)),
                ("{\"answers\": {\"description\": \"" + text + "\"}}").getBytes(StandardCharsets.UTF_8));
    }

    private static String cookie(String kind) {
        return "Cookie: torg-session=" + Fill.token(kind, any(kind.equals("worker") ? Fill.WORKERS : Fill.REQUESTERS)) + "\r\n";
    }

    private static String bearer(String kind, int nth) {
        return "Authorization: Bearer " + Fill.token(kind, nth) + "\r\n";
    }

    private static int any(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
