package no.torg.insight;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import no.torg.cases.CaseFigures;
import no.torg.cases.CountedCases;
import no.torg.insight.KeyFigures.Ends;
import no.torg.insight.KeyFigures.HandedOver;
import no.torg.insight.KeyFigures.Peak;
import no.torg.metrics.Cut;
import no.torg.metrics.Cut.By;
import no.torg.metrics.Sight;
import no.torg.metrics.Span;
import no.torg.metrics.Span.Step;
import no.torg.metrics.Sum;
import no.torg.metrics.Sums;
import no.torg.people.Organisation;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the key figures together, from the same tallies as all other figures. */
@Component
class KeyFigureReads {

    private static final int TOP = 5;
    private static final double HOUR = 60;
    private static final int STATES = 0, TEAMS = 1, PRIORITY = 2, CHANNEL = 3, LYING = 4, UNASSIGNED = 5, HANDED_OVER = 6, HANDED_OVER_ONCE = 7, RETURNED_ONCE = 8,
            REOPENED_ONCE = 9, RESOLVED = 10, CLOSED = 11, OPENED = 12, HOURS = 13, SOURCE = 14;

    private final Sums sums;
    private final CountedCases cases;
    private final Organisation organisation;

    KeyFigureReads(Sums sums, CountedCases cases, Organisation organisation) {
        this.sums = sums;
        this.cases = cases;
        this.organisation = organisation;
    }

    /** The figures of all that may be seen. */
    KeyFigures of(Sight sight) {
        var cuts = List.of(Cut.ever(CaseFigures.EVENTS, By.LABEL), Cut.ever(CaseFigures.EVENTS, By.PART), Cut.ever(CaseFigures.PRIORITY, By.LABEL),
                Cut.ever(CaseFigures.CHANNEL, By.LABEL), Cut.ever(CaseFigures.LYING, By.PART), Cut.ever(CaseFigures.EVENTS_UNASSIGNED), Cut.ever(CaseFigures.HANDED_OVER),
                Cut.ever(CaseFigures.HANDED_OVER_ONCE), Cut.ever(CaseFigures.RETURNED_ONCE), Cut.ever(CaseFigures.REOPENED_ONCE),
                Cut.ever(CaseFigures.STANDS_RESOLVED, By.VALUE), Cut.ever(CaseFigures.STANDS_CLOSED, By.VALUE),
                Cut.of(CaseFigures.OPENED, Span.BEGINNING, Cut.END, Step.MONTH), Cut.ever(CaseFigures.OPENED_HOUR, By.VALUE, By.WEEKDAY),
                Cut.ever(CaseFigures.SOURCE, By.LABEL, By.VALUE));
        var found = sums.of(sight, cuts).stream().collect(Collectors.groupingBy(Sum::cut));
        Function<Integer, List<Sum>> cut = number -> found.getOrDefault(number, List.of());
        var opened = cases.opened(sight);
        var states = labels(cut.apply(STATES));
        return new KeyFigures(KeyFigures.DEFINITIONS, Tenant.current().zone().getId(), total(cut.apply(STATES)), total(cut.apply(OPENED)), states, labels(cut.apply(PRIORITY)),
                labels(cut.apply(CHANNEL)), cut.apply(TEAMS).stream().filter(sum -> !Organisation.NO_TEAM.equals(sum.part())).count(), teams(cut.apply(LYING)),
                total(cut.apply(UNASSIGNED)), new HandedOver(total(cut.apply(HANDED_OVER_ONCE)), total(cut.apply(HANDED_OVER)), total(cut.apply(RETURNED_ONCE))),
                total(cut.apply(REOPENED_ONCE)), ends(cut.apply(RESOLVED)), ends(cut.apply(CLOSED)), months(cut.apply(OPENED)), peak(cut.apply(HOURS)),
                local(opened.first()), local(opened.last()), source(cut.apply(SOURCE)));
    }

    private static long total(List<Sum> sums) {
        return sums.stream().mapToLong(Sum::n).sum();
    }

    private static Map<String, Long> labels(List<Sum> sums) {
        var labels = new LinkedHashMap<String, Long>();
        sums.stream().filter(sum -> !sum.label().isEmpty()).sorted(Comparator.comparingLong(Sum::n).reversed().thenComparing(Sum::label))
                .forEach(sum -> labels.put(sum.label(), sum.n()));
        return labels;
    }

    private Map<String, Long> teams(List<Sum> sums) {
        var teams = new LinkedHashMap<String, Long>();
        sums.stream().filter(sum -> sum.part() != null && !Organisation.NO_TEAM.equals(sum.part())).map(sum -> Map.entry(organisation.teamName(sum.part()), sum.n()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(TOP)
                .forEach(team -> teams.put(team.getKey(), team.getValue()));
        return teams;
    }

    /** By value, the smallest first, as the statement gives them. */
    private static Ends ends(List<Sum> sums) {
        var count = total(sums);
        if (count <= 0) {
            return new Ends(0, null, null, null);
        }
        var minutes = sums.stream().mapToLong(sum -> sum.value() * sum.n()).sum();
        var middle = (at(sums, (count + 1) / 2) + at(sums, count / 2 + 1)) / 2.0;
        return new Ends(count, minutes / (HOUR * count), middle / HOUR, at(sums, Math.ceilDiv(count * 9, 10)) / HOUR);
    }

    /** The value at a rank, from 1. */
    private static int at(List<Sum> sums, long rank) {
        long upto = 0;
        for (var sum : sums) {
            upto += sum.n();
            if (upto >= rank) {
                return sum.value();
            }
        }
        return sums.getLast().value();
    }

    private static Map<String, Long> months(List<Sum> sums) {
        var months = new TreeMap<String, Long>();
        sums.forEach(sum -> months.merge(YearMonth.from(sum.step()).toString(), sum.n(), Long::sum));
        return months;
    }

    private static @Nullable Peak peak(List<Sum> sums) {
        return sums.stream().max(Comparator.comparingLong(Sum::n).thenComparing(Comparator.comparingInt(Sum::weekday).thenComparingInt(Sum::value).reversed()))
                .map(sum -> new Peak(sum.weekday(), sum.value(), sum.n())).orElse(null);
    }

    /** How many cases have each counter above nothing, and the mean of those that have one by a name of its own. */
    private static Map<String, Number> source(List<Sum> sums) {
        var source = new TreeMap<String, Number>();
        sums.stream().collect(Collectors.groupingBy(Sum::label)).forEach((label, values) -> {
            var name = label.substring(0, label.indexOf(':'));
            var mean = label.substring(name.length() + 1);
            source.put(name + "_last", values.stream().filter(sum -> sum.value() > 0).mapToLong(Sum::n).sum());
            if (!mean.isEmpty()) {
                source.put(mean + "_mean_last", (double) values.stream().mapToLong(sum -> sum.value() * sum.n()).sum() / total(values));
            }
        });
        return source;
    }

    private static @Nullable LocalDateTime local(@Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, Tenant.current().zone());
    }
}
