package no.torg.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The median of several rounds. */
final class Middle {

    private Middle() {
    }

    static double of(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Of each round's ratio, not the ratio of the medians. */
    static double ofRatios(double[] ours, double[] theirs) {
        return of(IntStream.range(0, ours.length).mapToDouble(i -> ours[i] / theirs[i]).toArray());
    }
}
