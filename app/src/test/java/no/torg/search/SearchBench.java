package no.torg.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import no.torg.events.Position;

/**
 * Times the engine alone: arguments are the number of messages (200000), of rounds (3), and a folder to keep the index in. Words are drawn by
 * Zipf's law, teams are skewed.
 */
final class SearchBench {

    private static final int WORDS = 50_000;
    private static final int TEAMS = 100;
    private static final int THREADS = 8;
    private static final int WARM_UP = 2_000;
    private static final int TIMED = 500;

    private final String[] words = new String[WORDS];
    private final double[] upTo = new double[WORDS];

    private SearchBench() {
        var random = random(1);
        String[] begins = {"b", "br", "d", "f", "fl", "g", "h", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "sk", "t", "tr", "v"};
        String[] middles = {"a", "e", "i", "o", "u", "y", "ø", "å", "ei"};
        String[] ends = {"", "n", "r", "s", "t", "l", "nd", "kt", "ng"};
        double sum = 0;
        for (int rank = 0; rank < WORDS; rank++) {
            var word = new StringBuilder();
            int syllables = 2 + random.nextInt(3);
            for (int at = 0; at < syllables; at++) {
                word.append(begins[random.nextInt(begins.length)]).append(middles[random.nextInt(middles.length)]).append(ends[random.nextInt(ends.length)]);
            }
            words[rank] = word.toString();
            sum += 1.0 / (rank + 10);
            upTo[rank] = sum;
        }
    }

    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        var bench = new SearchBench();
        var folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("search-bench");
        try (var index = new Index(folder, Duration.ZERO)) {
            if (index.position() == null) {
                bench.feed(index, messages);
            }
            System.out.printf("size on disk: %d MB, heap in use: %d MB%n", size(folder) >> 20,
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20);
            for (int round = 1; round <= rounds; round++) {
                System.out.println("round " + round);
                bench.time(index, "rare", random -> bench.words[20_000 + random.nextInt(20_000)] + " ");
                bench.time(index, "common", random -> bench.words[random.nextInt(50)] + " ");
                bench.time(index, "two words", random -> bench.words[random.nextInt(500)] + " " + bench.words[random.nextInt(500)] + " ");
                bench.time(index, "prefix", random -> begun(bench.words[random.nextInt(5_000)]));
                bench.time(index, "misspelt", random -> misspelt(bench.words[random.nextInt(5_000)], random) + " ");
            }
        } finally {
            if (arguments.length <= 2) {
                delete(folder);
            }
        }
    }

    private void feed(Index index, int messages) throws IOException {
        var random = random(2);
        long start = System.nanoTime();
        long cpu = cpu();
        var batch = new ArrayList<Change>();
        int fed = 0;
        while (fed < messages) {
            var subject = subject(random, fed);
            fed += subject.entries().size();
            batch.add(subject);
            if (batch.size() == 200) {
                index.change(batch);
                index.reach(new Position(1, fed, subject.subject()));
                batch.clear();
            }
        }
        index.change(batch);
        index.reach(new Position(1, messages, new UUID(0, 0)));
        index.commit();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("fed %d messages in %.1f s, %.0f a second, %.3f ms of CPU each%n", messages, seconds, messages / seconds,
            (cpu() - cpu) / 1e6 / messages);
    }

    /** A case of one to seven messages. */
    private Change subject(RandomGenerator random, int number) {
        var subject = new UUID(random.nextLong(), random.nextLong());
        String team = "team:" + (int) (TEAMS * Math.pow(random.nextDouble(), 2));
        String person = "person:" + random.nextInt(20_000);
        var title = text(random, 5);
        var entries = new ArrayList<Entry>();
        for (int message = 1 + random.nextInt(7); message > 0; message--) {
            boolean internal = random.nextInt(4) == 0;
            var at = Instant.ofEpochSecond(1_700_000_000L + (number + entries.size()) * 60L);
            entries.add(new Entry("case", subject, new UUID(random.nextLong(), random.nextLong()), internal, internal ? Set.of(team) : Set.of(team, person),
                Set.of(), null, title, text(random, 20 + random.nextInt(60)), Set.of("2026-%06d".formatted(number)), "nb", at, 0));
        }
        return new Change(1, subject, entries);
    }

    private void time(Index index, String kind, Function<RandomGenerator, String> words) throws Exception {
        for (var sort : SearchQuery.Sort.values()) {
            long[] micros = new long[THREADS * TIMED];
            long cpu = cpu();
            long start = System.nanoTime();
            try (var pool = Executors.newFixedThreadPool(THREADS)) {
                var all = new ArrayList<Callable<Long>>();
                for (int thread = 0; thread < THREADS; thread++) {
                    int number = thread;
                    all.add(() -> client(index, words, sort, number, micros));
                }
                long hits = 0;
                for (var done : pool.invokeAll(all)) {
                    hits += done.get();
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                Arrays.sort(micros);
                System.out.printf("%-10s %-9s p50 %6.2f ms  p95 %6.2f ms  p99 %6.2f ms  %5.0f/s  %.1f hits  %.2f ms of CPU%n", kind, sort,
                    micros[micros.length / 2] / 1e3,
                    micros[micros.length * 95 / 100] / 1e3, micros[micros.length * 99 / 100] / 1e3, (micros.length + WARM_UP) / seconds,
                        hits / (double) micros.length, (cpu() - cpu) / 1e6 / (micros.length + WARM_UP));
            }
        }
    }

    private long client(Index index, Function<RandomGenerator, String> words, SearchQuery.Sort sort, int number, long[] micros) throws IOException {
        var random = random(number * 31L + sort.ordinal());
        long hits = 0;
        for (int at = -WARM_UP / THREADS; at < TIMED; at++) {
            int team = (int) (TEAMS * Math.pow(random.nextDouble(), 2));
            var access = Set.of("team:" + team, "team:" + (team + 1) % TEAMS, "person:" + random.nextInt(20_000));
            String asked = words.apply(random);
            long start = System.nanoTime();
            int found = index.find(new SearchQuery(1, asked, access, Set.of(), null, true, sort, null, 20)).hits().size();
            if (at >= 0) {
                micros[number * TIMED + at] = (System.nanoTime() - start) / 1_000;
                hits += found;
            }
        }
        return hits;
    }

    private String text(RandomGenerator random, int count) {
        var text = new StringBuilder();
        for (int at = 0; at < count; at++) {
            int rank = Arrays.binarySearch(upTo, random.nextDouble() * upTo[WORDS - 1]);
            text.append(words[Math.min(WORDS - 1, rank < 0 ? -rank - 1 : rank)]).append(at % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }

    private static String begun(String word) {
        return word.substring(0, Math.max(3, word.length() - 3));
    }

    private static String misspelt(String word, RandomGenerator random) {
        int at = 1 + random.nextInt(word.length() - 2);
        return random.nextBoolean() ? word.substring(0, at) + word.substring(at + 1)
            : word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
