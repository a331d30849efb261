package no.torg.insight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

import no.torg.cases.CountedCases.After;
import no.torg.cases.CountedCases.Counted;
import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;

/** The place that a page of counted cases ended at, as it stands in addresses. */
final class Place {

    private static final int DATE = 10;

    private Place() {
    }

    static String text(Counted last) {
        return last.day() + "_" + last.id();
    }

    static @Nullable After of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return new After(LocalDate.parse(text.substring(0, DATE)), UUID.fromString(text.substring(DATE + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new Invalid("after", "web.invalid.type");
        }
    }
}
