package no.torg.insight;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
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

    /** How many cuts there are of each. */
    static final int CUTS = 12;

    private static final List<String> MEASURES = List.of(CaseFigures.OPENED, CaseFigures.RESOLVED, CaseFigures.REOPENED, CaseFigures.HANDED_OVER, CaseFigures.RETURNED,
            CaseFigures.BACKLOG, CaseFigures.FIRST_REPLY_WORKING, CaseFigures.RESOLUTION_WORKING, CaseFigures.FIRST_REPLY_IN_TIME, CaseFigures.FIRST_REPLY_LATE,
            CaseFigures.RESOLUTION_IN_TIME, CaseFigures.RESOLUTION_LATE);
    private static final Set<String> TIMED = Set.of(CaseFigures.FIRST_REPLY_WORKING, CaseFigures.RESOLUTION_WORKING);
    private static final Spread NONE = new Spread(0, 0, 0, 0, 0);

    private final List<Sum> sums;
    private final int first;

    /** Of the cuts that begin at this number. */
    Outcomes(List<Sum> sums, int first) {
        this.sums = sums.stream().filter(sum -> sum.cut() >= first && sum.cut() < first + CUTS).toList();
        this.first = first;
    }

    /** What to ask for. */
    static Stream<Cut> cuts(LocalDate from, LocalDate to, By... by) {
        return MEASURES.stream().map(measure -> Cut.of(measure, measure.equals(CaseFigures.BACKLOG) ? Span.BEGINNING : from, to, Step.WHOLE, by)
                .spread(TIMED.contains(measure)));
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
        sums.stream().map(which).filter(Objects::nonNull).forEach(found::add);
        return found;
    }

    private Outcome of(Predicate<Sum> which) {
        return new Outcome(n(which, 0), n(which, 1), n(which, 2), n(which, 3), n(which, 4), n(which, 5), times(which, 6, 8), times(which, 7, 10));
    }

    private Times times(Predicate<Sum> which, int measure, int inTime) {
        var spread = found(which, measure).map(Sum::spread).filter(Objects::nonNull).findFirst().orElse(NONE);
        return new Times(n(which, measure), spread.median(), spread.ninetieth(), n(which, inTime), n(which, inTime + 1));
    }

    private long n(Predicate<Sum> which, int measure) {
        return found(which, measure).mapToLong(Sum::n).sum();
    }

    private Stream<Sum> found(Predicate<Sum> which, int measure) {
        return sums.stream().filter(sum -> sum.cut() == first + measure).filter(which);
    }
}
