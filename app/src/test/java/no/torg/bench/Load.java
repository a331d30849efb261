package no.torg.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** So many clients at once, each asking as soon as it is answered. */
final class Load {

    private static final int MOST_ROUNDS = 12;
    private static final double SETTLED = 1.03;

    /** One request of one client; the turn counts up over all clients. */
    interface Ask {
        Wire.Answer ask(Wire wire, int client, long turn) throws IOException;
    }

    /** What came of it: answers a second, latencies in milliseconds, and answers that were not of the 200s. */
    record Result(double rate, double p50, double p95, long wrong, long answers) {
    }

    private Load() {
    }

    /** Asks for so many seconds. */
    static Result seconds(int port, int clients, double seconds, Ask ask) throws InterruptedException {
        var until = System.nanoTime() + (long) (seconds * 1e9);
        return run(port, clients, turn -> System.nanoTime() < until, 0, ask);
    }

    /** Asks so many times in all. */
    static Result times(int port, int clients, long times, Ask ask) throws InterruptedException {
        return run(port, clients, turn -> turn < times, 0, ask);
    }

    /**
     * Asks so many times, and then on until a sixth as many are not answered noticeably quicker than before: Java compiles for minutes when clients leave it
     * little of the processors. Gives how many answers were wrong.
     */
    static long warmUp(int port, int clients, long times, Ask ask) throws InterruptedException {
        double best = 0;
        var last = times(port, clients, times, ask);
        long wrong = last.wrong();
        for (int round = 0; round < MOST_ROUNDS && last.rate() > best * SETTLED; round++) {
            best = Math.max(best, last.rate());
            last = times(port, clients, times / 6, ask);
            wrong += last.wrong();
            System.out.printf("%,.0f a second%n", last.rate());
        }
        return wrong;
    }

    /** Asks until it is over, each client with a pause of so many milliseconds after each answer. */
    static Result until(int port, int clients, BooleanSupplier over, long pause, Ask ask) throws InterruptedException {
        return run(port, clients, turn -> !over.getAsBoolean(), pause, ask);
    }

    private static Result run(int port, int clients, LongPredicate more, long pause, Ask ask) throws InterruptedException {
        var turns = new AtomicLong();
        var wrong = new LongAdder();
        var latencies = new long[clients][];
        var begun = System.nanoTime();
        var threads = IntStream.range(0, clients).mapToObj(client -> Thread.ofPlatform().start(() -> latencies[client] = client(port, client, turns, more, pause, ask, wrong))).toList();
        for (var thread : threads) {
            thread.join();
        }
        var took = (System.nanoTime() - begun) / 1e9;
        var all = Arrays.stream(latencies).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length / took, at(all, 0.5), at(all, 0.95), wrong.sum(), all.length);
    }

    private static long[] client(int port, int client, AtomicLong turns, LongPredicate more, long pause, Ask ask, LongAdder wrong) {
        var latencies = new Growing();
        try (var wire = new Wire(port)) {
            for (long turn = turns.getAndIncrement(); more.test(turn); turn = turns.getAndIncrement()) {
                var begun = System.nanoTime();
                try {
                    var status = ask.ask(wire, client, turn).status();
                    if (status / 100 != 2) {
                        if (wrong.sum() == 0) {
                            System.out.println("The first wrong answer: " + status + " in turn " + turn);
                        }
                        wrong.increment();
                    }
                } catch (IOException broken) {
                    if (wrong.sum() == 0) {
                        System.out.println("The first wrong answer: " + broken + " in turn " + turn);
                    }
                    wrong.increment();
                }
                latencies.add(System.nanoTime() - begun);
                if (pause > 0) {
                    LockSupport.parkNanos(pause * 1_000_000);
                }
            }
        }
        return latencies.toArray();
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
