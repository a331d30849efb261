package no.torg.insight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

import no.torg.cases.CountedCases.After;
import no.torg.cases.CountedCases.Counted;
import no.torg.cases.CountedCases.Order;
import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;

/** The place that a page of counted cases ended at, as it stands in addresses. */
final class Place {

    private Place() {
    }

    /** With the minutes where they sort the list. */
    static String text(Counted last, Order order) {
        return last.day() + "_" + last.id() + (order == Order.SLOWEST ? "_" + last.minutes() : "");
    }

    static @Nullable After of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var parts = text.split("_", -1);
            return new After(LocalDate.parse(parts[0]), UUID.fromString(parts[1]), parts.length == 2 ? null : Integer.valueOf(parts[2]));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new Invalid("after", "web.invalid.type");
        }
    }
}
