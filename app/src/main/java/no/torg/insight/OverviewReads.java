package no.torg.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import no.torg.cases.CaseFigures;
import no.torg.cases.CountedCases;
import no.torg.cases.CountedCases.After;
import no.torg.cases.CountedCases.Counted;
import no.torg.cases.CountedCases.Order;
import no.torg.insight.Overview.Arrival;
import no.torg.insight.Overview.ChannelCount;
import no.torg.insight.Overview.Flow;
import no.torg.insight.Overview.ServiceOutcome;
import no.torg.insight.Overview.TeamOutcome;
import no.torg.insight.ServiceFigures.Age;
import no.torg.metrics.Cut;
import no.torg.metrics.Cut.By;
import no.torg.metrics.Span;
import no.torg.metrics.Span.Step;
import no.torg.metrics.Sum;
import no.torg.metrics.Sums;
import no.torg.people.Actor;
import no.torg.web.Fields;
import no.torg.web.Language;
import no.torg.web.NotFound;
import org.jooq.Record6;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the figures of all that an actor may count together, in two statements at most: what was counted, and how old the open cases are. */
@Component
class OverviewReads {

    private static final List<Integer> AGES = List.of(0, 3, 10, 30);
    private static final int STEPS = 3;
    private static final int COUNTS_BEFORE = STEPS + Outcomes.COUNTS;
    private static final int TIMES = COUNTS_BEFORE + Outcomes.COUNTS;
    private static final int TIMES_BEFORE = TIMES + Outcomes.TIMES;
    private static final int TIMES_OF_SERVICES = TIMES_BEFORE + Outcomes.TIMES;
    private static final int TIMES_OF_TEAMS = TIMES_OF_SERVICES + Outcomes.TIMES;
    private static final int REST = TIMES_OF_TEAMS + Outcomes.TIMES;

    private final FigureAccess access;
    private final Sums sums;
    private final CountedCases cases;

    OverviewReads(FigureAccess access, Sums sums, CountedCases cases) {
        this.access = access;
        this.sums = sums;
        this.cases = cases;
    }

    /** What the actor may count of what it is narrowed to. */
    Overview overview(Actor actor, Language language, Narrowing narrowing, LocalDate today) {
        var sight = access.narrowed(actor, narrowing);
        var period = narrowing.days(today);
        var bands = AGES.stream().map(days -> today.minusDays(days)).toList();
        var now = sums.now();
        var found = sums.of(now, sight, cuts(period));
        var services = services(actor, language, narrowing, new Outcomes(found, STEPS, TIMES_OF_SERVICES));
        if (narrowing.service() != null && services.isEmpty()) {
            throw new NotFound("figures of " + narrowing.service());
        }
        var before = new Outcomes(found, COUNTS_BEFORE, TIMES_BEFORE).all();
        return new Overview(period.from(), period.to(), narrowing.unit(), narrowing.service(), narrowing.team(), new Outcomes(found, STEPS, TIMES).all(), before,
                steps(period, found, before.open()), services, teams(new Outcomes(found, STEPS, TIMES_OF_TEAMS)), flows(of(found, REST)),
                of(found, REST + 1).map(sum -> new Arrival(sum.weekday(), sum.value(), sum.n())).toList(),
                of(found, REST + 2).map(sum -> new ChannelCount(sum.label(), sum.n())).sorted(Comparator.comparing(ChannelCount::count).reversed()).toList(),
                ages(today, now.of(sight, bands, () -> cases.ages(sight, bands))));
    }

    /** The cases behind a number, in the order that was picked. */
    List<Counted> cases(Actor actor, Language language, Narrowing narrowing, Picking picking, @Nullable After after, int limit) {
        return cases.list(actor, language, rows(actor, narrowing, picking), picking.sorted(), after, limit);
    }

    /** All of them, given on one by one while no connection is held. */
    void each(Actor actor, Language language, Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> rows, Order order, Consumer<Counted> taker) {
        cases.each(actor, language, rows, order, taker);
    }

    /** What is counted by a number. */
    Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> rows(Actor actor, Narrowing narrowing, Picking picking) {
        return measure(picking).rows(access.narrowed(actor, narrowing), Fields.required("from", narrowing.from()), Fields.required("to", narrowing.to()), picking);
    }

    static Measure measure(Picking picking) {
        return Measure.of(Fields.required("measure", picking.measure()));
    }

    private static List<Cut> cuts(Period period) {
        var steps = Stream.of(CaseFigures.OPENED, CaseFigures.RESOLVED, CaseFigures.BACKLOG).map(measure -> Cut.of(measure, period.from(), period.to(), period.step()));
        var before = period.before();
        var outcomes = Stream.of(Outcomes.counts(period.from(), period.to(), By.SCOPE, By.PART), Outcomes.counts(before.from(), before.to()),
                Outcomes.times(period.from(), period.to()), Outcomes.times(before.from(), before.to()),
                Outcomes.times(period.from(), period.to(), By.SCOPE), Outcomes.times(period.from(), period.to(), By.PART)).flatMap(cuts -> cuts);
        var rest = Stream.of(Cut.of(CaseFigures.HANDED_OVER, period.from(), period.to(), Step.WHOLE, By.PART, By.LABEL),
                Cut.of(CaseFigures.OPENED_HOUR, period.from(), period.to(), Step.WHOLE, By.VALUE, By.WEEKDAY),
                Cut.of(CaseFigures.OPENED, period.from(), period.to(), Step.WHOLE, By.LABEL));
        return Stream.of(steps, outcomes, rest).flatMap(cuts -> cuts).toList();
    }

    private static Stream<Sum> of(List<Sum> found, int cut) {
        return found.stream().filter(sum -> sum.cut() == cut);
    }

    private static List<ServiceFigures.Step> steps(Period period, List<Sum> found, long before) {
        var counts = new HashMap<LocalDate, long[]>();
        found.stream().filter(sum -> sum.cut() < STEPS).forEach(sum -> counts.computeIfAbsent(sum.step(), none -> new long[STEPS])[sum.cut()] += sum.n());
        var steps = new ArrayList<ServiceFigures.Step>();
        var open = before;
        for (var bucket : period.buckets()) {
            var count = counts.getOrDefault(period.step().first(bucket.from()), new long[STEPS]);
            open += count[2];
            steps.add(new ServiceFigures.Step(bucket.from(), bucket.to(), count[0], count[1], open));
        }
        return List.copyOf(steps);
    }

    private List<ServiceOutcome> services(Actor actor, Language language, Narrowing narrowing, Outcomes outcomes) {
        var known = outcomes.each(Sum::scope);
        return access.published(language.code()).stream().filter(service -> narrowing.service() == null || service.definition().slug().equals(narrowing.service()))
                .filter(service -> known.contains(service.id()) || access.answersFor(actor, service))
                .map(service -> new ServiceOutcome(service.definition().slug(), service.definition().texts(language.code()).name(), outcomes.ofService(service.id()))).toList();
    }

    private List<TeamOutcome> teams(Outcomes outcomes) {
        return outcomes.each(Sum::part).stream().map(team -> new TeamOutcome(team, access.team(team), outcomes.ofTeam(team)))
                .filter(team -> !team.outcome().isEmpty()).sorted(Comparator.comparing(TeamOutcome::name).thenComparing(TeamOutcome::team)).toList();
    }

    private List<Flow> flows(Stream<Sum> found) {
        return found.filter(sum -> sum.part() != null && !sum.label().isEmpty()).map(this::flow)
                .sorted(Comparator.comparing(Flow::count).reversed().thenComparing(Flow::fromName).thenComparing(Flow::toName)).toList();
    }

    private Flow flow(Sum sum) {
        var from = Objects.requireNonNull(sum.part());
        var to = UUID.fromString(sum.label());
        return new Flow(from, access.team(from), to, access.team(to), sum.n());
    }

    private static List<Age> ages(LocalDate today, List<Long> counts) {
        var ages = new ArrayList<Age>();
        for (int i = 0; i < counts.size(); i++) {
            ages.add(new Age(i == AGES.size() ? Span.BEGINNING : today.minusDays(AGES.get(i)), i == 0 ? today : today.minusDays(AGES.get(i - 1) + 1L), counts.get(i)));
        }
        return List.copyOf(ages);
    }
}
