package no.torg.metrics;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a measure came to. One of bucket and part is given, or neither: then it is of all the span and all the parts seen.
 *
 * @param span      which of the spans asked for, from 0
 * @param bucket    the first day of a step, which may lie before the span's own
 * @param n         how many; of a count its sum
 * @param median    the value in the middle, the mean of the middle two where there is an even number; minutes
 * @param ninetieth the value that nine of ten do not exceed, by nearest rank; minutes
 * @param longest   minutes
 */
public record Figure(UUID scope, int span, @Nullable LocalDate bucket, @Nullable UUID part, long n, double median, int ninetieth, int longest) {
}
