package no.torg.insight;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.cases.CaseFigures;
import no.torg.insight.Overview.Outcome;
import no.torg.insight.ServiceFigures.Times;
import no.torg.metrics.Cut;
import no.torg.metrics.Cut.By;
import no.torg.metrics.Span;
import no.torg.metrics.Span.Step;
import no.torg.metrics.Spread;
import no.torg.metrics.Sum;

/** What some days came to, found among the sums of all that was asked for in one statement. */
final class Outcomes {

    /** How many cuts count, and how many tell times. */
    static final int COUNTS = 10;
    static final int TIMES = 2;

    private static final List<String> COUNTED = List.of(CaseFigures.OPENED, CaseFigures.RESOLVED, CaseFigures.REOPENED, CaseFigures.HANDED_OVER, CaseFigures.RETURNED,
            CaseFigures.BACKLOG, CaseFigures.FIRST_REPLY_IN_TIME, CaseFigures.FIRST_REPLY_LATE, CaseFigures.RESOLUTION_IN_TIME, CaseFigures.RESOLUTION_LATE);
    private static final List<String> TIMED = List.of(CaseFigures.FIRST_REPLY_WORKING, CaseFigures.RESOLUTION_WORKING);
    private static final Spread NONE = new Spread(0, 0, 0, 0, 0);

    private final Map<Integer, List<Sum>> byCut;
    private final int counts;
    private final int times;

    /** Of the cuts that count from the one number on, and tell times from the other. */
    Outcomes(List<Sum> sums, int counts, int times) {
        this.byCut = sums.stream().filter(sum -> of(sum, counts, COUNTS) || of(sum, times, TIMES)).collect(Collectors.groupingBy(Sum::cut));
        this.counts = counts;
        this.times = times;
    }

    private static boolean of(Sum sum, int first, int many) {
        return sum.cut() >= first && sum.cut() < first + many;
    }

    /** What to ask for to count; kept apart by something, it can be put together again. */
    static Stream<Cut> counts(LocalDate from, LocalDate to, By... by) {
        return COUNTED.stream().map(measure -> Cut.of(measure, measure.equals(CaseFigures.BACKLOG) ? Span.BEGINNING : from, to, Step.WHOLE, by));
    }

    /** What to ask for to tell times; each by itself, for what is in the middle of all is not found from its parts. */
    static Stream<Cut> times(LocalDate from, LocalDate to, By... by) {
        return TIMED.stream().map(measure -> Cut.of(measure, from, to, Step.WHOLE, by).spread(true));
    }

    /** All of it. */
    Outcome all() {
        return of(sum -> true);
    }

    /** What a service came to. */
    Outcome ofService(UUID service) {
        return of(sum -> service.equals(sum.scope()));
    }

    /** What a team came to. */
    Outcome ofTeam(UUID team) {
        return of(sum -> team.equals(sum.part()));
    }

    /** Of what anything was counted, as services or teams. */
    Set<UUID> each(Function<Sum, UUID> which) {
        var found = new LinkedHashSet<UUID>();
        byCut.values().forEach(sums -> sums.stream().map(which).filter(Objects::nonNull).forEach(found::add));
        return found;
    }

    private Outcome of(Predicate<Sum> which) {
        return new Outcome(n(which, 0), n(which, 1), n(which, 2), n(which, 3), n(which, 4), n(which, 5), times(which, 0, 6), times(which, 1, 8));
    }

    private Times times(Predicate<Sum> which, int measure, int inTime) {
        var timed = of(times + measure).filter(which).filter(sum -> sum.spread() != null).findFirst();
        var spread = timed.map(Sum::spread).orElse(NONE);
        return new Times(timed.map(Sum::n).orElse(0L), spread.median(), spread.ninetieth(), n(which, inTime), n(which, inTime + 1));
    }

    private long n(Predicate<Sum> which, int measure) {
        return of(counts + measure).filter(which).mapToLong(Sum::n).sum();
    }

    private Stream<Sum> of(int cut) {
        return byCut.getOrDefault(cut, List.of()).stream();
    }
}
