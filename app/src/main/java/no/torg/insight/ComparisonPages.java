package no.torg.insight;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import no.torg.cases.CountedCases.Order;
import no.torg.insight.Comparison.Side;
import no.torg.insight.Overview.Outcome;
import no.torg.insight.ServiceFigures.Times;
import no.torg.insight.Treatment.LikeCases;
import no.torg.insight.views.Boxes;
import no.torg.insight.views.Cell;
import no.torg.insight.views.ComparisonPage;
import no.torg.insight.views.Files;
import no.torg.insight.views.Filters;
import no.torg.insight.views.Grid;
import no.torg.insight.views.TreatmentPage;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Words;
import no.torg.web.views.Choice;
import no.torg.web.views.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures beside each other as pages. */
@Component
class ComparisonPages {

    private static final int WIDTH = 200;

    private final ComparisonReads reads;
    private final OverviewPages pages;
    private final FigureAccess access;
    private final Reach reach;

    ComparisonPages(ComparisonReads reads, OverviewPages pages, FigureAccess access, Reach reach) {
        this.reads = reads;
        this.pages = pages;
        this.access = access;
        this.reach = reach;
    }

    ComparisonPage comparison(Actor actor, Frame frame, Narrowing asked, Against against, LocalDate today) {
        var words = frame.words();
        var told = reach.figures(actor, words, "/insight/comparison", asked, today, narrowing -> reads.comparison(actor, compared(asked, narrowing), against, today),
                found -> found.one().outcome().isQuiet());
        var narrowing = compared(asked, told.narrowing());
        var comparison = told.figures();
        var plain = pages.filters(actor, words, "/insight/comparison", narrowing, narrowing.days(today), told.note());
        var days = new Choice("against", words.say("insight.comparison.against"), Stream.of(Against.Days.values())
                .map(one -> new Option(one.code(), words.say("insight.comparison." + one.code()), one == against.days())).toList());
        var units = pages.units(actor, words, "other", against.other());
        var others = new Choice("other", words.say("insight.comparison.other"), Stream.concat(Stream.of(new Option("", words.say("insight.comparison.same-unit"), against.other() == null)),
                units.options().stream().skip(1)).toList());
        var choices = Stream.concat(plain.choices().stream(), Stream.of(others, days)).toList();
        return new ComparisonPage(frame, InsightWords.tabs(words, "/insight/comparison", narrowing), new Filters(plain.path(), plain.periods(), choices, plain.from(), plain.to(), plain.note()),
                grid(words, comparison, narrowing, against));
    }

    /** Before all days there is nothing: unasked their later half is compared with the one before. */
    private static Narrowing compared(Narrowing asked, Narrowing narrowing) {
        if (!asked.anytime() || narrowing.from() == null || narrowing.to() == null) {
            return narrowing;
        }
        var half = ChronoUnit.DAYS.between(narrowing.from(), narrowing.to()) / 2;
        return new Narrowing(narrowing.unit(), narrowing.service(), narrowing.team(), null, narrowing.to().minusDays(half), narrowing.to());
    }

    private Grid grid(Words words, Comparison comparison, Narrowing narrowing, Against against) {
        var one = comparison.one();
        var other = comparison.other();
        var here = new Links(words, narrowing, one.from(), one.to());
        var there = new Links(words, new Narrowing(other.unit(), narrowing.service(), narrowing.team(), null, null, null), other.from(), other.to());
        var rows = new ArrayList<Grid.Row>();
        rows.add(count(words, "opened", Measure.OPENED, here, there, one, other, Outcome::opened));
        rows.add(count(words, "resolved", Measure.RESOLVED, here, there, one, other, Outcome::resolved));
        rows.add(new Grid.Row(new Cell(words.say("insight.key.open-end"), null), List.of(here.open(one.outcome().open()), there.open(other.outcome().open()),
                change(words, one.outcome().open() - other.outcome().open()))));
        rows.add(count(words, "handed-over", Measure.HANDED_OVER, here, there, one, other, Outcome::handedOver));
        rows.add(count(words, "returned", Measure.RETURNED, here, there, one, other, Outcome::returned));
        rows.add(count(words, "reopened", Measure.REOPENED, here, there, one, other, Outcome::reopened));
        rows.addAll(times(words, "reply", Measure.FIRST_REPLY, Measure.FIRST_REPLY_IN_TIME, here, there, one.outcome().firstReply(), other.outcome().firstReply()));
        rows.addAll(times(words, "done", Measure.RESOLVED, Measure.RESOLVED_IN_TIME, here, there, one.outcome().resolution(), other.outcome().resolution()));
        var files = here.files("comparison");
        return new Grid("comparison", Better.finding(words, one.outcome(), other.outcome()), words.say("insight.comparison.title", name(words, one), name(words, other)) + " " + words.say("insight.comparison.what"),
                List.of(words.say("insight.comparison.figure"), name(words, one), name(words, other), words.say("insight.comparison.change")), rows,
                new Files(files.csv() + against.rest(), files.excel() + against.rest()));
    }

    private Grid.Row count(Words words, String name, Measure measure, Links here, Links there, Side one, Side other, Function<Outcome, Long> of) {
        var now = of.apply(one.outcome());
        var then = of.apply(other.outcome());
        return new Grid.Row(new Cell(words.say("insight.key." + name), null), List.of(here.count(measure, now), there.count(measure, then), change(words, now - then)));
    }

    private static Cell change(Words words, long change) {
        return new Cell((change > 0 ? "+" : change < 0 ? "−" : "") + words.number(Math.abs(change)), null);
    }

    private static List<Grid.Row> times(Words words, String name, Measure all, Measure inTime, Links here, Links there, Times now, Times then) {
        return List.of(time(words, name + "-half", all, here, there, Panels.half(now), Panels.half(then)),
                time(words, name + "-nine", all, here, there, Panels.nine(now), Panels.nine(then)), share(words, name + "-share", inTime, here, there, now.share(), then.share()));
    }

    private static Grid.Row time(Words words, String name, Measure measure, Links here, Links there, @Nullable Duration now, @Nullable Duration then) {
        var change = now == null || then == null || now.equals(then) ? "–" : words.say("insight.change.time", now.compareTo(then) < 0 ? "faster" : "slower", words.workingTime(now.minus(then).abs()));
        return new Grid.Row(new Cell(words.say("insight.column." + name), null), List.of(took(words, now, here.slowest(measure)), took(words, then, there.slowest(measure)), new Cell(change, null)));
    }

    private static Cell took(Words words, @Nullable Duration took, String href) {
        return took == null ? new Cell("–", null) : new Cell(words.workingTime(took), href);
    }

    private static Grid.Row share(Words words, String name, Measure measure, Links here, Links there, @Nullable Double now, @Nullable Double then) {
        var points = now == null || then == null ? 0 : Math.round(now * 100) - Math.round(then * 100);
        var change = now == null || then == null ? "–" : words.say("insight.change.points", points < 0 ? "down" : points > 0 ? "up" : "same", words.number(Math.abs(points)));
        return new Grid.Row(new Cell(words.say("insight.column." + name), null), List.of(now == null ? new Cell("–", null) : new Cell(words.percent(now), here.way(measure)),
                then == null ? new Cell("–", null) : new Cell(words.percent(then), there.way(measure)), new Cell(change, null)));
    }

    /** Unit and days, as a column is called. */
    String name(Words words, Side side) {
        return words.say("insight.comparison.side", side.unit() == null ? words.say("insight.filter.all-units") : access.unit(side.unit()), words.date(side.from()), words.date(side.to()));
    }

    TreatmentPage treatment(Actor actor, Frame frame, Narrowing asked, LocalDate today) {
        var words = frame.words();
        var told = reach.figures(actor, words, "/insight/treatment", asked, today, narrowing -> reads.treatment(actor, words.language(), narrowing, today), found -> found.groups().isEmpty());
        var narrowing = told.narrowing();
        var treatment = told.figures();
        var links = new Links(words, narrowing, treatment.from(), treatment.to());
        return new TreatmentPage(frame, InsightWords.tabs(words, "/insight/treatment", narrowing), pages.filters(actor, words, "/insight/treatment", narrowing, narrowing.days(today), told.note()),
                boxes(words, links, narrowing, "by-team", treatment.groups()), boxes(words, links, narrowing, "by-priority", treatment.byPriority()));
    }

    private static Boxes boxes(Words words, Links links, Narrowing narrowing, String id, List<LikeCases> groups) {
        var apart = ComparisonReads.apart(groups);
        var title = groups.isEmpty() ? words.say("insight.treatment.none", ComparisonReads.LEAST) : apart.isEmpty() ? words.say("insight.treatment.even") : words.say("insight.treatment.apart",
                apart.getFirst().serviceName(), apart.getFirst().teamName(), time(words, apart.getFirst().spread().median()), apart.getLast().teamName(), time(words, apart.getLast().spread().median()));
        var most = groups.stream().mapToInt(group -> group.spread().ninetieth()).max().orElse(0);
        var heads = Stream.of("tenth", "quarter", "median", "three-quarters", "ninetieth").map(name -> words.say("insight.spread." + name)).toList();
        return new Boxes(id, title, words.say("insight.treatment.what." + id), heads, groups.stream().map(group -> row(words, links, narrowing, group, Math.max(1, most))).toList(), links.files(id));
    }

    private static Boxes.Row row(Words words, Links links, Narrowing narrowing, LikeCases group, int most) {
        var spread = group.spread();
        var way = links.to(narrowing.of(group.service()).at(group.team()));
        var picking = group.priority() == null ? Picking.ANY : Picking.prioritised(group.priority());
        var count = way.count(Measure.RESOLVED, picking, group.count());
        var slowest = way.way(Measure.RESOLVED) + picking.by(Order.SLOWEST).rest();
        var times = Stream.of((double) spread.tenth(), (double) spread.quarter(), spread.median(), (double) spread.threeQuarters(), (double) spread.ninetieth()).map(minutes -> new Cell(time(words, minutes), slowest)).toList();
        return new Boxes.Row(group.serviceName(), group.priority() == null ? group.teamName() : InsightWords.priority(words, group.priority()) + ", " + group.teamName(), count, times,
                place(spread.tenth(), most), place(spread.quarter(), most), place(spread.median(), most), place(spread.threeQuarters(), most), place(spread.ninetieth(), most));
    }

    private static int place(double minutes, int most) {
        return (int) Math.round(minutes * WIDTH / most);
    }

    private static String time(Words words, double minutes) {
        return words.workingTime(Duration.ofSeconds((long) (minutes * 60)));
    }
}
