package no.torg.metrics;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a cut came to; null or 0 for what it was not kept apart by.
 *
 * @param cut     which of the cuts asked for, from 0
 * @param step    the first day of the step
 * @param value   as of the measure: minutes, an hour
 * @param weekday 1 is Monday
 * @param spread  null where it was not asked for
 */
public record Sum(int cut, LocalDate step, @Nullable UUID scope, @Nullable UUID part, String label, int value, int weekday, long n, @Nullable Spread spread) {
}
