package no.torg.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.cases.CountedCases.Order;
import no.torg.insight.Overview.Outcome;
import no.torg.insight.ServiceFigures.Times;
import no.torg.insight.views.Cell;
import no.torg.insight.views.CountedPage;
import no.torg.insight.views.Files;
import no.torg.insight.views.Filters;
import no.torg.insight.views.Filters.Note;
import no.torg.insight.views.KeyFigure;
import no.torg.insight.views.Lines;
import no.torg.insight.views.OverviewPage;
import no.torg.insight.views.Week;
import no.torg.people.Actor;
import no.torg.people.UnitTree.Unit;
import no.torg.web.Frame;
import no.torg.web.Words;
import no.torg.web.views.Choice;
import no.torg.web.views.Crumb;
import no.torg.web.views.Option;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of all that one answers for as a page, every number with the way to its cases. */
@Component
class OverviewPages {

    private final OverviewReads reads;
    private final FigureAccess access;
    private final Reach reach;

    OverviewPages(OverviewReads reads, FigureAccess access, Reach reach) {
        this.reads = reads;
        this.access = access;
        this.reach = reach;
    }

    OverviewPage overview(Actor actor, Frame frame, Narrowing asked, LocalDate today) {
        var words = frame.words();
        var told = reach.figures(actor, words, "/insight", asked, today, narrowing -> reads.overview(actor, words.language(), narrowing, today), Overview::isQuiet);
        var narrowing = told.narrowing();
        var overview = told.figures();
        var links = Links.of(words, narrowing, overview);
        var panels = new Panels(words, overview, narrowing, links);
        var had = overview.teams().stream().map(Overview.TeamOutcome::team).collect(Collectors.toSet());
        return new OverviewPage(frame, InsightWords.tabs(words, frame.at("/insight/dashboards") ? "/insight/dashboards" : "/insight", narrowing), words.now(),
                filters(actor, words, "/insight", narrowing, narrowing.days(today), had, told.note()), keyFigures(words, overview, links),
                lines(words, overview, narrowing, today, links), panels.services(), panels.heat(), panels.channels(), panels.ages(), panels.flows(), panels.teams(),
                links.files("totals"));
    }

    CountedPage cases(Actor actor, Frame frame, Narrowing narrowing, Picking picking, @Nullable String after) {
        var words = frame.words();
        var measure = OverviewReads.measure(picking);
        var found = reads.cases(actor, words.language(), narrowing, picking, Place.of(after), CountedPages.ROWS + 1);
        BiFunction<Measure, Order, String> way = (of, order) -> "/insight/cases?measure=" + of.code() + narrowing.all() + picking.by(order).rest();
        var here = way.apply(measure, picking.sorted());
        var crumb = new Crumb(words.say("insight.menu.insight"), narrowing.rest().isEmpty() ? "/insight" : "/insight?" + narrowing.rest().substring(1));
        return CountedPages.of(frame, new CountedPages.Shown(List.of(crumb), measure, picking.sorted(), InsightWords.days(words, measure, narrowing, picking), found, after == null, way,
                new Files(here.replace("/cases?", "/cases/csv?"), here.replace("/cases?", "/cases/xlsx?"))));
    }

    Filters filters(Actor actor, Words words, String path, Narrowing narrowing, Period period, @Nullable Note note) {
        return filters(actor, words, path, narrowing, period, Set.of(), note);
    }

    /** With the teams that had any of what is shown to pick from too. */
    private Filters filters(Actor actor, Words words, String path, Narrowing narrowing, Period period, Set<UUID> had, @Nullable Note note) {
        var tabs = Period.TABS.stream().map(name -> new Tab(words.say("insight.period." + name), path + narrowing.by(name), period.name().equals(name))).toList();
        return new Filters(path, tabs, choices(actor, words, narrowing, had), period.from(), period.to(), note);
    }

    /** For what is not of a period. */
    Filters filters(Actor actor, Words words, String path, Narrowing narrowing) {
        return new Filters(path, List.of(), choices(actor, words, narrowing, Set.of()), null, null, null);
    }

    private List<Choice> choices(Actor actor, Words words, Narrowing narrowing, Set<UUID> had) {
        return List.of(units(actor, words, "unit", narrowing.unit()), services(actor, words, narrowing), teams(actor, words, narrowing, had));
    }

    Choice units(Actor actor, Words words, String name, @Nullable UUID chosen) {
        return choice(name, words.say("insight.filter.unit"), words.say("insight.filter.all-units"), chosen == null ? "" : chosen.toString(),
                access.units(actor).stream().map(unit -> new Option(unit.id().toString(), indented(unit), unit.id().equals(chosen))));
    }

    private static String indented(Unit unit) {
        return "\u00a0\u00a0".repeat(unit.depth()) + unit.name();
    }

    private Choice services(Actor actor, Words words, Narrowing narrowing) {
        var language = words.language().code();
        var options = access.published(language).stream().filter(service -> access.answersFor(actor, service) || service.definition().slug().equals(narrowing.service()))
                .map(service -> new Option(service.definition().slug(), service.definition().texts(language).name(), service.definition().slug().equals(narrowing.service())));
        return choice("service", words.say("insight.services.service"), words.say("insight.filter.all-services"), narrowing.service() == null ? "" : narrowing.service(), options);
    }

    private Choice teams(Actor actor, Words words, Narrowing narrowing, Set<UUID> had) {
        return choice("team", words.say("insight.times.team"), words.say("insight.service.all-teams"), narrowing.team() == null ? "" : narrowing.team().toString(),
                access.teams(actor, narrowing, had).stream().map(team -> new Option(team.id().toString(), team.name(), team.id().equals(narrowing.team()))));
    }

    private static Choice choice(String name, String label, String all, String chosen, Stream<Option> options) {
        return new Choice(name, label, Stream.concat(Stream.of(new Option("", all, chosen.isEmpty())), options).toList());
    }

    private static Lines lines(Words words, Overview overview, Narrowing narrowing, LocalDate today, Links links) {
        var period = narrowing.days(today);
        return new Lines(InsightWords.finding(words, overview.before().open(), overview.steps().getLast().open()), overview.steps().stream()
                .map(step -> new Week(InsightWords.step(words, period, step.from()), "/insight?from=" + step.from() + "&to=" + step.to() + narrowing.rest(), step.opened(), step.resolved(), step.open(), links.way(Measure.OPENED, step.from(), step.to()),
                        links.way(Measure.RESOLVED, step.from(), step.to()), links.way(Measure.BACKLOG, step.from(), step.to()))).toList(), links.files("steps"));
    }

    private static List<KeyFigure> keyFigures(Words words, Overview overview, Links links) {
        var now = overview.total();
        var before = overview.before();
        var figures = new ArrayList<KeyFigure>();
        if (before.isEmpty()) {
            return alone(words, now, links);
        }
        figures.add(count(words, "opened", now.opened(), before.opened(), links.way(Measure.OPENED), "neutral", "neutral"));
        figures.add(count(words, "resolved", now.resolved(), before.resolved(), links.way(Measure.RESOLVED), "neutral", "neutral"));
        figures.add(count(words, "open-end", now.open(), before.open(), links.open(), "danger", "success"));
        figures.add(share(words, "reply-share", now.firstReply(), before.firstReply(), links.way(Measure.FIRST_REPLY_IN_TIME)));
        figures.add(share(words, "resolution-share", now.resolution(), before.resolution(), links.way(Measure.RESOLVED_IN_TIME)));
        figures.add(nine(words, now, before, links));
        figures.add(count(words, "handed-over", now.handedOver(), before.handedOver(), links.way(Measure.HANDED_OVER), "neutral", "neutral"));
        figures.add(count(words, "returned", now.returned(), before.returned(), links.way(Measure.RETURNED), "danger", "success"));
        figures.add(count(words, "reopened", now.reopened(), before.reopened(), links.way(Measure.REOPENED), "danger", "success"));
        return List.copyOf(figures);
    }

    /** Where nothing was counted before, nothing is more than before. */
    private static List<KeyFigure> alone(Words words, Outcome now, Links links) {
        var nine = Panels.nine(now.resolution());
        return List.of(alone(words, "opened", words.number(now.opened()), links.way(Measure.OPENED)), alone(words, "resolved", words.number(now.resolved()), links.way(Measure.RESOLVED)),
                alone(words, "open-end", words.number(now.open()), links.open()), alone(words, "reply-share", now.firstReply(), links.way(Measure.FIRST_REPLY_IN_TIME)),
                alone(words, "resolution-share", now.resolution(), links.way(Measure.RESOLVED_IN_TIME)),
                alone(words, "resolution-nine", nine == null ? "–" : words.workingTime(nine), nine == null ? null : links.slowest(Measure.RESOLVED)),
                alone(words, "handed-over", words.number(now.handedOver()), links.way(Measure.HANDED_OVER)), alone(words, "returned", words.number(now.returned()), links.way(Measure.RETURNED)),
                alone(words, "reopened", words.number(now.reopened()), links.way(Measure.REOPENED)));
    }

    private static KeyFigure alone(Words words, String name, String value, @Nullable String href) {
        return new KeyFigure(words.say("insight.key." + name), value, href, null, "neutral", "");
    }

    private static KeyFigure alone(Words words, String name, Times times, String href) {
        var share = times.share();
        return alone(words, name, share == null ? "–" : words.percent(share), share == null ? null : href);
    }

    private static KeyFigure unlike(Words words, String name, String value, @Nullable String href) {
        return new KeyFigure(words.say("insight.key." + name), value, href, null, "neutral", words.say("insight.change.none"));
    }

    private static KeyFigure count(Words words, String name, long now, long before, String href, String up, String down) {
        var change = now - before;
        var said = words.say("insight.change.count", change < 0 ? "fewer" : change > 0 ? "more" : "same", words.number(Math.abs(change)));
        return new KeyFigure(words.say("insight.key." + name), words.number(now), href, icon(change), change > 0 ? up : change < 0 ? down : "neutral", said);
    }

    private static KeyFigure share(Words words, String name, Times now, Times before, String href) {
        var here = now.share();
        var there = before.share();
        var value = here == null ? "–" : words.percent(here);
        if (here == null || there == null) {
            return unlike(words, name, value, here == null ? null : href);
        }
        var points = Math.round(here * 100) - Math.round(there * 100);
        return new KeyFigure(words.say("insight.key." + name), value, href, icon(points), points > 0 ? "success" : points < 0 ? "danger" : "neutral",
                words.say("insight.change.points", points < 0 ? "down" : points > 0 ? "up" : "same", words.number(Math.abs(points))));
    }

    private static KeyFigure nine(Words words, Outcome now, Outcome before, Links links) {
        var here = Panels.nine(now.resolution());
        var there = Panels.nine(before.resolution());
        var value = here == null ? "–" : words.workingTime(here);
        if (here == null || there == null) {
            return unlike(words, "resolution-nine", value, here == null ? null : links.slowest(Measure.RESOLVED));
        }
        var change = here.compareTo(there);
        var said = words.say("insight.change.time", change < 0 ? "faster" : change > 0 ? "slower" : "same", words.workingTime(here.minus(there).abs()));
        return new KeyFigure(words.say("insight.key.resolution-nine"), value, links.slowest(Measure.RESOLVED), icon(change), change > 0 ? "danger" : change < 0 ? "success" : "neutral", said);
    }

    private static String icon(long change) {
        return change > 0 ? "TrendUp" : change < 0 ? "TrendDown" : "TrendFlat";
    }
}
