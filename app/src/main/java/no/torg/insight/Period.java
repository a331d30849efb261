package no.torg.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import no.torg.metrics.Span.Step;
import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Days that figures are of, first and last counted in, cut into steps by how many they are.
 *
 * @param name 30, 90 or year, which end today; all for all days that there is anything of, which are given; custom where other days are given
 */
record Period(String name, LocalDate from, LocalDate to, Step step) {

    /** What can be chosen among, besides days of one's own. */
    static final List<String> TABS = List.of("30", "90", "year", "all");

    private static final Set<String> NAMES = Set.of("30", "90", "year", "all", "custom");
    private static final int LONGEST_YEARS = 20;
    private static final int LONGEST_MONTHLY = 6 * 366;

    /** Days that belong together in a chart. */
    record Bucket(LocalDate from, LocalDate to) {
    }

    /** As asked for; days given make it custom, and 90 days is what is shown unasked. */
    static Period of(@Nullable String name, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        if (name != null && !NAMES.contains(name)) {
            throw new Invalid("period", "web.invalid.choice", "30, 90, year, all, custom");
        }
        if ("all".equals(name) && from != null && to != null) {
            return all(from, to);
        }
        if (from != null || to != null || "custom".equals(name)) {
            var last = to == null ? today : to;
            return custom(from == null ? last.minusDays(89) : from, last);
        }
        return switch (name == null ? "90" : name) {
            case "30" -> named("30", today.minusDays(29), today);
            case "year" -> named("year", today.withDayOfYear(1), today);
            default -> named("90", today.minusDays(89), today);
        };
    }

    /** All days that there is anything of. */
    static Period all(LocalDate from, LocalDate to) {
        return named("all", from.isBefore(to.minusYears(LONGEST_YEARS)) ? to.minusYears(LONGEST_YEARS) : from, to);
    }

    /** Whether the other has no day of it. */
    boolean isApart(Period other) {
        return to.isBefore(other.from) || from.isAfter(other.to);
    }

    List<Bucket> buckets() {
        var buckets = new ArrayList<Bucket>();
        for (var first = step.first(from); !first.isAfter(to); first = step.next(first)) {
            var last = step.next(first).minusDays(1);
            buckets.add(new Bucket(first.isBefore(from) ? from : first, last.isAfter(to) ? to : last));
        }
        return buckets;
    }

    /** As many days right before it. */
    Period before() {
        var days = ChronoUnit.DAYS.between(from, to) + 1;
        return named("custom", from.minusDays(days), from.minusDays(1));
    }

    /** The same days of the year before. */
    Period yearBefore() {
        return named("custom", from.minusYears(1), to.minusYears(1));
    }

    private static Period custom(LocalDate from, LocalDate to) {
        if (from.isAfter(to) || from.getYear() < 1900 || from.isBefore(to.minusYears(LONGEST_YEARS))) {
            throw new Invalid("from", "insight.period.wrong", LONGEST_YEARS);
        }
        return named("custom", from, to);
    }

    private static Period named(String name, LocalDate from, LocalDate to) {
        var days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Period(name, from, to, days <= 31 ? Step.DAY : days <= 190 ? Step.WEEK : days <= LONGEST_MONTHLY ? Step.MONTH : Step.YEAR);
    }
}
