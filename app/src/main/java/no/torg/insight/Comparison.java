package no.torg.insight;

import java.time.LocalDate;
import java.util.UUID;

import no.torg.insight.Overview.Outcome;
import org.jspecify.annotations.Nullable;

/** Two periods, or two units, beside each other. */
public record Comparison(Side one, Side other) {

    /** What a unit, or all, came to in a period. */
    public record Side(LocalDate from, LocalDate to, @Nullable UUID unit, Outcome outcome) {
    }
}
