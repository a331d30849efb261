package no.torg.bench;

import java.util.Arrays;

/** Longs without boxes, as many as come. */
final class Growing {

    private long[] values = new long[4_096];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
