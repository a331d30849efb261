package no.torg.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * What figures are compared with, as it stands in addresses.
 *
 * @param other   another unit; null for the same
 * @param against before, year or same: as many days before, the same days a year before, or the same days; same is for another unit only
 */
public record Against(@Nullable UUID other, @Nullable String against) {

    /** Which days. */
    enum Days {
        BEFORE, YEAR, SAME;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        Period of(Period period) {
            return switch (this) {
                case BEFORE -> period.before();
                case YEAR -> period.yearBefore();
                case SAME -> period;
            };
        }
    }

    Days days() {
        if (against == null || against.isBlank()) {
            return other == null ? Days.BEFORE : Days.SAME;
        }
        return Arrays.stream(Days.values()).filter(days -> days.code().equals(against)).findFirst()
                .orElseThrow(() -> new Invalid("against", "web.invalid.choice", Arrays.stream(Days.values()).map(Days::code).collect(Collectors.joining(", "))));
    }

    Narrowing of(Narrowing narrowing, Period period) {
        var days = days().of(period);
        return new Narrowing(other == null ? narrowing.unit() : other, narrowing.service(), narrowing.team(), null, days.from(), days.to());
    }

    /** For the end of an address that already has a question. */
    String rest() {
        return (other == null ? "" : "&other=" + other) + "&against=" + days().code();
    }
}
