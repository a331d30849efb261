package no.torg.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import no.torg.cases.CaseFigures;
import no.torg.insight.ServiceFigures.Line;
import no.torg.insight.ServiceFigures.Times;
import no.torg.metrics.Figure;
import no.torg.metrics.Span;
import no.torg.metrics.Span.Step;
import org.jspecify.annotations.Nullable;

/** The measures of a service in a period, looked up by what they are of. */
final class FigureSums {

    private static final int OPENED = 0, RESOLVED = 1, BACKLOG = 2, BEFORE = 3, REOPENED = 4, REPLY = 5, RESOLUTION = 6, REPLY_IN_TIME = 7, REPLY_LATE = 8,
            RESOLUTION_IN_TIME = 9, RESOLUTION_LATE = 10;

    private final Period period;
    private final List<Figure> found;
    private final int begin;

    /** Of what was asked for, the spans from that one on. */
    FigureSums(Period period, List<Figure> found, int begin) {
        this.period = period;
        this.found = found;
        this.begin = begin;
    }

    /** What to ask for, in the order of the numbers above. */
    static List<Span> spans(Period period) {
        var stepwise = Stream.of(CaseFigures.OPENED, CaseFigures.RESOLVED, CaseFigures.BACKLOG).map(measure -> new Span(measure, period.from(), period.to(), period.step()));
        var before = Stream.of(new Span(CaseFigures.BACKLOG, Span.BEGINNING, period.from().minusDays(1), Step.WHOLE));
        var whole = Stream.of(CaseFigures.REOPENED, CaseFigures.FIRST_REPLY_WORKING, CaseFigures.RESOLUTION_WORKING, CaseFigures.FIRST_REPLY_IN_TIME,
                CaseFigures.FIRST_REPLY_LATE, CaseFigures.RESOLUTION_IN_TIME, CaseFigures.RESOLUTION_LATE)
                .map(measure -> new Span(measure, period.from(), period.to(), Step.WHOLE));
        return Stream.of(stepwise, before, whole).flatMap(spans -> spans).toList();
    }

    /** How many were open when the period began. */
    long before() {
        return n(BEFORE, null);
    }

    List<ServiceFigures.Step> steps() {
        var steps = new ArrayList<ServiceFigures.Step>();
        var open = before();
        for (var bucket : period.buckets()) {
            open += in(BACKLOG, bucket);
            steps.add(new ServiceFigures.Step(bucket.from(), bucket.to(), in(OPENED, bucket), in(RESOLVED, bucket), open));
        }
        return List.copyOf(steps);
    }

    /** What a team came to; null for all. */
    Line line(@Nullable UUID team, @Nullable String name) {
        return new Line(team, name, n(OPENED, team), n(REOPENED, team), n(RESOLVED, team), times(REPLY, REPLY_IN_TIME, REPLY_LATE, team),
                times(RESOLUTION, RESOLUTION_IN_TIME, RESOLUTION_LATE, team));
    }

    private Times times(int measure, int inTime, int late, @Nullable UUID team) {
        var figure = one(measure, team);
        return figure == null ? new Times(0, 0, 0, 0, 0) : new Times(figure.n(), figure.median(), figure.ninetieth(), n(inTime, team), n(late, team));
    }

    private long in(int span, Period.Bucket bucket) {
        var first = period.step().first(bucket.from());
        return found.stream().filter(figure -> figure.span() == begin + span && figure.part() == null && first.equals(figure.bucket())).mapToLong(Figure::n).sum();
    }

    private long n(int span, @Nullable UUID team) {
        var figure = one(span, team);
        return figure == null ? 0 : figure.n();
    }

    private @Nullable Figure one(int span, @Nullable UUID team) {
        return found.stream().filter(figure -> figure.span() == begin + span && figure.bucket() == null && Objects.equals(figure.part(), team)).findFirst().orElse(null);
    }
}
