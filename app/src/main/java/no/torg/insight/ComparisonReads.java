package no.torg.insight;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.cases.CaseFigures;
import no.torg.catalog.Services.Published;
import no.torg.insight.Comparison.Side;
import no.torg.insight.Treatment.LikeCases;
import no.torg.metrics.Cut;
import no.torg.metrics.Cut.By;
import no.torg.metrics.Moment;
import no.torg.metrics.Span.Step;
import no.torg.metrics.Sum;
import no.torg.metrics.Sums;
import no.torg.people.Actor;
import no.torg.web.Language;
import org.springframework.stereotype.Component;

/** Puts figures beside each other: two periods or units, and like cases at different teams. */
@Component
class ComparisonReads {

    /** Fewer say nothing of how like cases are treated. */
    static final int LEAST = 20;

    private static final Comparator<LikeCases> ORDER = Comparator.comparing(LikeCases::serviceName).thenComparing(group -> String.valueOf(group.priority())).thenComparing(LikeCases::teamName);

    private final FigureAccess access;
    private final Sums sums;

    ComparisonReads(FigureAccess access, Sums sums) {
        this.access = access;
        this.sums = sums;
    }

    /** What it is narrowed to, and what it is compared with. */
    Comparison comparison(Actor actor, Narrowing narrowing, Against against, LocalDate today) {
        var period = narrowing.days(today);
        var other = against.of(narrowing, period);
        var now = sums.now();
        return new Comparison(side(now, actor, narrowing, period.from(), period.to()), side(now, actor, other, against.days().of(period).from(), against.days().of(period).to()));
    }

    private Side side(Moment now, Actor actor, Narrowing narrowing, LocalDate from, LocalDate to) {
        var found = sums.of(now, access.narrowed(actor, narrowing), Stream.concat(Outcomes.counts(from, to), Outcomes.times(from, to)).toList());
        return new Side(from, to, narrowing.unit(), new Outcomes(found, 0, Outcomes.COUNTS).all());
    }

    /** Like cases, as narrowed. */
    Treatment treatment(Actor actor, Language language, Narrowing narrowing, LocalDate today) {
        var period = narrowing.days(today);
        var found = sums.of(access.narrowed(actor, narrowing), Stream.of(new By[] {By.SCOPE, By.PART}, new By[] {By.SCOPE, By.PART, By.LABEL})
                .map(by -> Cut.of(CaseFigures.RESOLUTION_WORKING, period.from(), period.to(), Step.WHOLE, by).spread(true)).toList());
        var services = access.published(language.code()).stream().collect(Collectors.toMap(Published::id, Function.identity()));
        var groups = found.stream().filter(sum -> sum.n() >= LEAST && sum.spread() != null && services.containsKey(sum.scope()))
                .map(sum -> group(sum, services.get(sum.scope()), language)).sorted(ORDER).toList();
        return new Treatment(period.from(), period.to(), groups.stream().filter(group -> group.priority() == null).toList(),
                groups.stream().filter(group -> group.priority() != null && !group.priority().isEmpty()).toList());
    }

    private LikeCases group(Sum sum, Published service, Language language) {
        var team = sum.part() == null ? new UUID(0, 0) : sum.part();
        return new LikeCases(service.definition().slug(), service.definition().texts(language.code()).name(), sum.cut() == 0 ? null : sum.label(), team, access.team(team), sum.n(),
                Objects.requireNonNull(sum.spread()));
    }

    /** The two like groups whose middles lie furthest apart, the slower first; empty where none lie apart by half of the faster's. */
    static List<LikeCases> apart(List<LikeCases> groups) {
        return groups.stream().flatMap(slow -> groups.stream().filter(slow::isLike).filter(fast -> slow.spread().median() >= fast.spread().median() * 1.5 && slow.spread().median() > 0)
                .map(fast -> List.of(slow, fast))).max(Comparator.comparing(pair -> pair.getFirst().spread().median() / Math.max(1, pair.getLast().spread().median()))).orElse(List.of());
    }
}
