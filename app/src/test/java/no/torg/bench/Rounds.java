package no.torg.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Kinds of requests measured in turns: each round asks for all of them, one kind after the other, so that an hour's weather falls on all alike. */
final class Rounds {

    private static final int ROUNDS = 3;

    private final int port;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, List<Load.Result>> results = new LinkedHashMap<>();

    private record Kind(int clients, double seconds, Load.Ask ask) {
    }

    Rounds(int port) {
        this.port = port;
    }

    /** Asks for so many seconds a round, with so many clients. */
    Rounds with(String kind, int clients, double seconds, Load.Ask ask) {
        kinds.put(kind, new Kind(clients, seconds, ask));
        return this;
    }

    Rounds run() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            for (var kind : kinds.entrySet()) {
                var result = Load.seconds(port, kind.getValue().clients(), kind.getValue().seconds(), kind.getValue().ask());
                System.out.printf("%-60s %,10.1f ms  %,10.1f /s%n", kind.getKey(), result.p95(), result.rate());
                results.computeIfAbsent(kind.getKey(), none -> new ArrayList<>()).add(result);
            }
        }
        return this;
    }

    /** Answers a second, round by round. */
    double[] rates(String kind) {
        return each(kind, Load.Result::rate);
    }

    /** The middle round's p95, in milliseconds. */
    double p95(String kind) {
        return Middle.of(each(kind, Load.Result::p95));
    }

    /** Answers of all kinds and rounds that were not of the 200s. */
    long wrong() {
        return results.values().stream().flatMap(List::stream).mapToLong(Load.Result::wrong).sum();
    }

    private double[] each(String kind, ToDoubleFunction<Load.Result> figure) {
        return results.getOrDefault(kind, List.of()).stream().mapToDouble(figure).toArray();
    }
}
