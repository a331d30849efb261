package no.torg.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** One size: fills a folder, warms up, and measures each kind of page by eight clients at once, beside yardsticks of the same run. */
final class SizeRun {

    private static final int CLIENTS = 8;
    private static final int PORT = 18_082;
    private static final double SECONDS = 6;
    /** Milliseconds between the pages of one who works while the index is rebuilt. */
    private static final long READING = 200;
    private static final long WARM_UP = 120_000;

    /** The front page as people look at it: 90 days unasked, other periods, one service. */
    private static final List<String> VIEWS = List.of("", "period=30", "period=year", "service=it-service-desk", "period=30&service=it-service-desk");

    private final Path data;
    private final int size;
    private final List<String> parts;
    private final Server server;
    private final Asks asks;
    private final Verbs verbs;
    private final Leafing[] lists = leafing(null);
    private final Map<String, Double> measured = new LinkedHashMap<>();

    SizeRun(Path data, int size, List<String> parts) {
        this.data = data;
        this.size = size;
        this.parts = parts;
        this.server = new Server(data, PORT);
        this.asks = new Asks(server);
        this.verbs = new Verbs(data);
    }

    /** What came of it: the p95 in milliseconds by kind, and some figures of other units that say so in their names. */
    Map<String, Double> run() throws Exception {
        var took = FilledFolder.start(server, data, size);
        try {
            if (took > 0) {
                note("filled, cases a second", size / took);
            }
            asks.learn(3);
            System.out.println("Waiting until the search has read all");
            asks.waitForSearch();
            FilledFolder.read(data);
            warmUp();
            part("pages", this::pages);
            part("lists", this::sorts);
            part("searches", this::searches);
            part("figures", this::figures);
            part("creates", () -> inTurns(Map.of("create", (wire, client, turn) -> asks.create(wire))));
            part("plain", this::plain);
            part("bytes", this::bytes);
            part("rebuild", this::rebuild);
            part("replay", this::replay);
            part("import", this::bring);
        } finally {
            server.close();
        }
        return measured;
    }

    private interface Part {
        void measure() throws Exception;
    }

    private void part(String name, Part part) throws Exception {
        if (parts.isEmpty() || parts.contains(name)) {
            part.measure();
        }
    }

    private static Leafing[] leafing(@Nullable String sort) {
        return Stream.generate(() -> new Leafing(sort)).limit(CLIENTS).toArray(Leafing[]::new);
    }

    private void note(String kind, double value) {
        measured.put(kind, value);
        System.out.printf("%,9d cases  %-44s %,10.1f%n", size, kind, value);
    }

    /** The median of three rounds, each of which measures all the kinds one after the other. */
    private void inTurns(Map<String, Load.Ask> kinds) throws InterruptedException {
        var rounds = new Rounds(PORT);
        kinds.forEach((kind, ask) -> rounds.with(kind, CLIENTS, SECONDS, ask));
        rounds.run();
        if (rounds.wrong() > 0) {
            throw new IllegalStateException(kinds.keySet() + ": " + rounds.wrong() + " answers were wrong");
        }
        kinds.keySet().forEach(kind -> note(kind, rounds.p95(kind)));
    }

    private void warmUp() throws InterruptedException {
        System.out.printf("Warming up with %,d requests and more%n", WARM_UP);
        var wrong = Load.warmUp(PORT, CLIENTS, WARM_UP, (wire, client, turn) -> switch ((int) (turn % 8)) {
            case 0, 1 -> lists[client].page(wire);
            case 6, 7 -> asks.casePage(wire);
            case 2 -> wire.get("/me", Asks.cookie("requester"));
            case 3 -> asks.foundByApi(wire);
            case 4 -> wire.get("/search", Asks.cookie("worker"));
            default -> asks.search(wire, Asks.SEARCHES.get(Asks.any(5)));
        });
        if (wrong > 0) {
            throw new IllegalStateException("Warming up: " + wrong + " answers were wrong");
        }
    }

    private void pages() throws InterruptedException {
        var kinds = new LinkedHashMap<String, Load.Ask>();
        kinds.put("empty frame", (wire, client, turn) -> wire.get("/search", Asks.cookie("worker")));
        kinds.put("queue list", (wire, client, turn) -> lists[client].page(wire));
        kinds.put("work frame with its counts, no rows", (wire, client, turn) -> wire.get("/work/all?text=2019-000000", Asks.cookie("worker")));
        kinds.put("case page", (wire, client, turn) -> asks.casePage(wire));
        kinds.put("my page", (wire, client, turn) -> wire.get("/me", Asks.cookie("requester")));
        kinds.put("my page, cases done", (wire, client, turn) -> wire.get("/me?done=true", Asks.cookie("requester")));
        inTurns(kinds);
    }

    private void sorts() throws InterruptedException {
        var kinds = new LinkedHashMap<String, Load.Ask>();
        for (var sort : Leafing.SORTS) {
            var sorted = leafing(sort);
            kinds.put("queue list by " + sort, (wire, client, turn) -> sorted[client].page(wire));
        }
        inTurns(kinds);
    }

    private void searches() throws InterruptedException {
        var kinds = new LinkedHashMap<String, Load.Ask>();
        for (var kind : Asks.SEARCHES) {
            kinds.put("search, " + kind, (wire, client, turn) -> asks.search(wire, kind));
            kinds.put("search, " + kind + ", in a team", (wire, client, turn) -> asks.searchInTeam(wire, kind));
        }
        inTurns(kinds);
    }

    private void figures() throws Exception {
        try (var wire = new Wire(PORT)) {
            for (var view : VIEWS) {
                wire.get("/insight?" + view, Asks.cookie("owner"));
            }
        }
        inTurns(Map.of("insight front page", (wire, client, turn) -> wire.get("/insight?" + VIEWS.get(Asks.any(VIEWS.size())), Asks.cookie("owner"))));
        note("insight front page when more was counted, 1 client", justCounted());
        inTurns(Map.of("service figures", (wire, client, turn) -> wire.get("/insight/services/it-service-desk", Asks.cookie("owner"))));
    }

    /** What one waits for the page right after something was counted, and so what was kept of it is of no use; the middle one. */
    private double justCounted() throws Exception {
        var took = new ArrayList<Double>();
        try (var wire = new Wire(PORT)) {
            for (int i = 0; i < 9; i++) {
                asks.create(wire);
                Thread.sleep(500);
                var begun = System.nanoTime();
                wire.get("/insight?" + VIEWS.getFirst(), Asks.cookie("owner"));
                took.add((System.nanoTime() - begun) / 1e6);
            }
        }
        return took.stream().sorted().skip(4).findFirst().orElseThrow();
    }

    private void plain() throws Exception {
        note("plain SQL of the list's rows", PlainSql.p95(server, PlainSql.LIST, asks));
        note("plain SQL of the case page's rows", PlainSql.p95(server, PlainSql.CASE, asks));
    }

    private void bytes() throws Exception {
        try (var owner = server.connect("postgres"); var row = owner.createStatement().executeQuery("select pg_database_size(current_database()), sum(pg_indexes_size(c.oid)) "
                + "from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not like 'pg\\_%'")) {
            row.next();
            note("database, bytes a case", row.getDouble(1) / size);
            note("of it indexes, bytes a case", row.getDouble(2) / size);
        }
        note("search index, bytes a case", (double) FilledFolder.bytes(data.resolve("search")) / size);
    }

    private void rebuild() throws Exception {
        note(SizeBench.QUIET, quiet());
        var begun = System.nanoTime();
        verbs.run("search", "rebuild");
        var asked = System.nanoTime();
        var beside = new Beside(PORT, CLIENTS, READING, (wire, client, turn) -> lists[client].page(wire));
        asks.waitForSearch();
        var took = (System.nanoTime() - asked) / 1e9;
        System.out.printf("Asked for the rebuild in %.1f s%n", (asked - begun) / 1e9);
        note("search index rebuilt, cases a second", size / took);
        note("the same beside a rebuild of the search index", beside.over().p95());
    }

    private double quiet() throws InterruptedException {
        var until = System.nanoTime() + (long) (SECONDS * 1e9);
        return Load.until(PORT, CLIENTS, () -> System.nanoTime() > until, READING, (wire, client, turn) -> lists[client].page(wire)).p95();
    }

    /** The log once with nobody about, several times as large a log, and once more with eight who read. */
    private void bring() throws Exception {
        if (!Importing.possible()) {
            System.out.println("The real log is not among the shared material; the import is left out");
            return;
        }
        var importing = new Importing(verbs, asks, server);
        var once = importing.run(1);
        note(SizeBench.IMPORTED, once.events());
        var large = importing.run(Importing.LARGE);
        note("import, peak resident memory, MB", once.importing());
        note(SizeBench.PEAK, (double) large.importing() / once.importing());
        note("import, heap in use at the end, MB", once.heap());
        note(SizeBench.HEAP, large.heap() / once.heap());
        note("import, peak resident memory of who serves meanwhile, MB", once.serving());
        note(SizeBench.SERVING, (double) large.serving() / once.serving());
        note(SizeBench.BEFORE, quiet());
        var beside = new Beside(PORT, CLIENTS, READING, (wire, client, turn) -> lists[client].page(wire));
        importing.run(1);
        var lists = beside.over();
        note(SizeBench.BESIDE, lists.p95());
        note(SizeBench.BESIDE_WRONG, lists.wrong());
    }

    private void replay() throws Exception {
        var begun = System.nanoTime();
        var exit = verbs.run("replay", "--tenant", "fjordvik");
        note("replay, s", (System.nanoTime() - begun) / 1e9);
        note("replay, exit", exit);
    }
}
