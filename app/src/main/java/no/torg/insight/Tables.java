package no.torg.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import no.torg.insight.Overview.Outcome;
import no.torg.insight.Treatment.LikeCases;
import no.torg.metrics.Span;
import no.torg.web.NotFound;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;

/** The tables of the pages as rows for files: whole numbers and minutes, not words. */
record Tables(Words words) {

    private static final List<String> OUTCOME = List.of("opened", "resolved", "open", "reopened", "handed-over", "returned", "reply-count", "reply-half", "reply-nine", "reply-in-time",
            "reply-late", "done-count", "done-half", "done-nine", "done-in-time", "done-late");
    private static final List<String> SPREAD = List.of("tenth", "quarter", "median", "three-quarters", "ninetieth");

    /** A table of the overview; its head first. */
    List<List<?>> overview(String name, Overview of) {
        return switch (name) {
            case "totals" -> table(heads("from", "to", OUTCOME), List.of(prepend(of.from(), of.to(), outcome(of.total())),
                    prepend(before(of).from(), before(of).to(), outcome(of.before()))), row -> row);
            case "steps" -> steps(of.steps());
            case "services" -> table(heads("service", null, OUTCOME), of.services(), row -> prepend(row.name(), null, outcome(row.outcome())));
            case "teams" -> table(heads("team", null, OUTCOME), of.teams(), row -> prepend(row.name(), null, outcome(row.outcome())));
            case "flows" -> table(heads("from", "to", List.of("handed-over")), of.flows(), flow -> List.of(flow.fromName(), flow.toName(), flow.count()));
            case "arrivals" -> table(heads("weekday", "hour", List.of("opened")), of.arrivals(), one -> List.of(one.weekday(), one.hour(), one.count()));
            case "channels" -> table(heads("channel", null, List.of("opened")), of.channels(), one -> List.of(one.channel(), one.count()));
            case "ages" -> table(heads("from", "to", List.of("open")), of.ages(), age -> List.of(age.from().equals(Span.BEGINNING) ? "" : age.from(), age.to(), age.count()));
            default -> throw new NotFound("table " + name);
        };
    }

    List<List<?>> steps(List<ServiceFigures.Step> of) {
        return table(heads("from", "to", List.of("opened", "resolved", "open")), of, step -> List.of(step.from(), step.to(), step.opened(), step.resolved(), step.open()));
    }

    List<List<?>> comparison(Comparison of) {
        return table(heads("from", "to", OUTCOME), List.of(of.one(), of.other()), side -> prepend(side.from(), side.to(), outcome(side.outcome())));
    }

    List<List<?>> treatment(List<LikeCases> groups) {
        var heads = new ArrayList<Object>(heads("service", "team", List.of("priority", "done-count")));
        SPREAD.forEach(name -> heads.add(words.say("insight.spread." + name)));
        return table(heads, groups, group -> List.of(group.serviceName(), group.teamName(), group.priority() == null ? "" : group.priority(), group.count(), group.spread().tenth(),
                group.spread().quarter(), group.spread().median(), group.spread().threeQuarters(), group.spread().ninetieth()));
    }

    List<List<?>> forecast(ForecastReads.Told told) {
        var rows = new ArrayList<List<?>>();
        rows.add(heads("from", "opened", List.of("expected", "low", "high")));
        for (int week = 0; week < told.counts().size(); week++) {
            rows.add(List.of(told.first().plusWeeks(week), told.counts().get(week), "", "", ""));
        }
        told.forecast().coming().forEach(week -> rows.add(List.of(week.week(), "", week.expected(), week.low(), week.high())));
        return rows;
    }

    List<List<?>> test(Forecast forecast) {
        var heads = heads("model", "last-week", List.of("last-year", "coverage", "forecasts"));
        var test = forecast.test();
        return test == null ? List.of(heads) : List.of(heads, List.of(test.model(), test.lastWeek(), test.lastYear(), test.coverage(), test.forecasts()));
    }

    List<String> counted() {
        return heads("day", "number", List.of("title", "state", "team", "minutes", "late"));
    }

    private static Period before(Overview of) {
        return Period.of(null, of.from(), of.to(), of.to()).before();
    }

    private static List<?> outcome(Outcome of) {
        return List.of(of.opened(), of.resolved(), of.open(), of.reopened(), of.handedOver(), of.returned(), of.firstReply().count(), of.firstReply().median(), of.firstReply().ninetieth(),
                of.firstReply().inTime(), of.firstReply().late(), of.resolution().count(), of.resolution().median(), of.resolution().ninetieth(), of.resolution().inTime(), of.resolution().late());
    }

    private static List<?> prepend(Object first, @Nullable Object second, List<?> rest) {
        return Stream.concat(second == null ? Stream.of(first) : Stream.of(first, second), rest.stream()).toList();
    }

    private List<String> heads(String first, @Nullable String second, List<String> rest) {
        return Stream.concat(second == null ? Stream.of(first) : Stream.of(first, second), rest.stream()).map(name -> words.say("insight.file." + name)).toList();
    }

    private static <T> List<List<?>> table(List<?> heads, List<T> of, Function<T, List<?>> row) {
        var rows = new ArrayList<List<?>>();
        rows.add(heads);
        of.forEach(one -> rows.add(row.apply(one)));
        return rows;
    }
}
