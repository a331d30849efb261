package no.torg.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import no.torg.cases.CountedCases;
import no.torg.cases.CountedCases.After;
import no.torg.cases.CountedCases.Counted;
import no.torg.cases.CountedCases.Open;
import no.torg.cases.CountedCases.Order;
import no.torg.catalog.Services.Published;
import no.torg.insight.FigureAccess.Seen;
import no.torg.insight.ServiceFigures.Age;
import no.torg.insight.ServiceFigures.Line;
import no.torg.metrics.Figure;
import no.torg.metrics.Metrics;
import no.torg.metrics.Span;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.web.Language;
import no.torg.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the figures of services together; what is read for them is kept until more is counted. */
@Component
class FigureReads {

    private static final int DAY = 1;
    private static final int FEW_DAYS = 3;
    private static final int SOME_DAYS = 10;
    private static final int MANY_DAYS = 30;

    private final FigureAccess access;
    private final Metrics metrics;
    private final CountedCases cases;
    private final Organisation organisation;

    FigureReads(FigureAccess access, Metrics metrics, CountedCases cases, Organisation organisation) {
        this.access = access;
        this.metrics = metrics;
        this.cases = cases;
        this.organisation = organisation;
    }

    /** A service's figures with the names of all its teams that the reader may pick. */
    record Told(Published service, ServiceFigures figures, List<Line> teams) {
    }

    /** The figures; a leader of whose teams none ever had the service is told that there is nothing. */
    Told figures(Actor actor, String slug, Period period, @Nullable UUID team, LocalDate today) {
        var seen = access.seen(actor, slug);
        seen.only(team);
        var now = metrics.now();
        var spans = FigureSums.spans(period);
        var found = metrics.figures(now, seen.sight(), team == null ? spans : Stream.concat(spans.stream(), spans.stream().map(span -> span.at(team))).toList());
        if (found.isEmpty() && !access.answersFor(actor, seen.service())) {
            throw new NotFound("figures of " + slug);
        }
        var begins = List.of(today.minusDays(DAY - 1), today.minusDays(FEW_DAYS), today.minusDays(SOME_DAYS), today.minusDays(MANY_DAYS));
        var service = seen.service().id();
        var teams = teams(seen, found);
        var open = now.of(seen.sight(), List.of(service, teams, begins), () -> cases.open(service, teams, begins));
        var all = new FigureSums(period, found, 0);
        var lines = open.stream().map(one -> all.line(one.team(), organisation.teamName(one.team()))).toList();
        var shown = team == null ? all : new FigureSums(period, found, spans.size());
        return new Told(seen.service(), figures(slug, period, team, shown, lines, open, begins), lines);
    }

    /** The cases behind a number. */
    List<Counted> cases(Actor actor, Language language, String slug, Measure measure, Days days, @Nullable After after, int limit) {
        var sight = access.seen(actor, slug).only(days.team());
        return cases.list(actor, language, measure.rows(sight, days.from(), days.to(), Picking.ANY), days.order(), after, limit);
    }

    /** What a number is of: first and last day counted in, and one team or all; and which of its cases come first. */
    record Days(LocalDate from, LocalDate to, @Nullable UUID team, Order order) {
    }

    /** The published service, for one who may see figures of it. */
    Published service(Actor actor, String slug) {
        return access.seen(actor, slug).service();
    }

    private static ServiceFigures figures(String slug, Period period, @Nullable UUID team, FigureSums sums, List<Line> lines, List<Open> open, List<LocalDate> begins) {
        var of = open.stream().filter(one -> team == null || one.team().equals(team)).toList();
        var ages = new ArrayList<Age>();
        for (int i = 0; i <= begins.size(); i++) {
            var band = i;
            var from = i == begins.size() ? Span.BEGINNING : begins.get(i);
            var to = i == 0 ? begins.getFirst() : begins.get(i - 1).minusDays(1);
            ages.add(new Age(from, to, of.stream().mapToLong(one -> one.bands().get(band)).sum()));
        }
        return new ServiceFigures(slug, period.from(), period.to(), team, sums.before(), ages.stream().mapToLong(Age::count).sum(), sums.line(null, null),
                sums.steps(), lines.stream().filter(line -> team == null || team.equals(line.team())).toList(), List.copyOf(ages));
    }

    private static List<UUID> teams(Seen seen, List<Figure> found) {
        var teams = new LinkedHashSet<UUID>();
        found.stream().map(Figure::part).filter(part -> part != null).forEach(teams::add);
        seen.service().teams().values().stream().filter(team -> seen.whole() || seen.sight().parts().contains(team)).forEach(teams::add);
        return List.copyOf(teams);
    }
}
