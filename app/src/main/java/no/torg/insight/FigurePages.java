package no.torg.insight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import no.torg.cases.CountedCases.Counted;
import no.torg.cases.CountedCases.Order;
import no.torg.insight.FigureReads.Days;
import no.torg.insight.FigureReads.Told;
import no.torg.insight.ServiceFigures.Line;
import no.torg.insight.ServiceFigures.Times;
import no.torg.insight.views.CountedPage;
import no.torg.insight.views.Files;
import no.torg.insight.views.Filters.Note;
import no.torg.insight.views.Lines;
import no.torg.insight.views.ServiceFiguresPage;
import no.torg.insight.views.ServiceFiguresPage.Age;
import no.torg.insight.views.ServiceFiguresPage.KeyFigure;
import no.torg.insight.views.ServiceFiguresPage.TeamTimes;
import no.torg.insight.views.Week;
import no.torg.metrics.Span;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Words;
import no.torg.web.views.Choice;
import no.torg.web.views.Crumb;
import no.torg.web.views.Option;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures as pages, every number with the way to its cases. */
@Component
class FigurePages {

    private final FigureReads reads;

    FigurePages(FigureReads reads) {
        this.reads = reads;
    }

    ServiceFiguresPage service(Frame frame, Period period, Told told, @Nullable Note note) {
        var words = frame.words();
        var figures = told.figures();
        var team = figures.team() == null ? "" : "&team=" + figures.team();
        var weeks = figures.steps().stream().map(step -> new Week(InsightWords.step(words, period, step.from()), path(figures.service()) + "?from=" + step.from() + "&to=" + step.to() + team, step.opened(), step.resolved(), step.open(),
                cases(figures, Measure.OPENED, step.from(), step.to(), figures.team()), cases(figures, Measure.RESOLVED, step.from(), step.to(), figures.team()),
                cases(figures, Measure.BACKLOG, step.from(), step.to(), figures.team()))).toList();
        var byTeam = figures.teams().stream().filter(line -> line.opened() + line.firstReply().count() + line.resolution().count() > 0)
                .map(line -> times(figures, line)).toList();
        return new ServiceFiguresPage(frame, List.of(), told.service().definition().texts(words.language().code()).name(), figures.service(),
                path(figures.service()), words.now(), tabs(words, period, figures), note, teams(words, told), period.name(), period.from(), period.to(), files(words, figures, "totals"),
                keyFigures(words, figures), new Lines(InsightWords.finding(words, figures), weeks, files(words, figures, "steps")), ages(words, figures), files(words, figures, "ages"), byTeam, files(words, figures, "teams"));
    }

    CountedPage cases(Actor actor, Frame frame, String slug, Measure measure, Days days, @Nullable String after) {
        var words = frame.words();
        var service = reads.service(actor, slug);
        var found = reads.cases(actor, words.language(), slug, measure, days, Place.of(after), CountedPages.ROWS + 1);
        var name = service.definition().texts(words.language().code()).name();
        BiFunction<Measure, Order, String> way = (of, order) -> cases(slug, of, days.from(), days.to(), days.team()) + Picking.ANY.by(order).rest();
        var asked = new Narrowing(null, slug, days.team(), null, days.from(), days.to()).all() + Picking.ANY.by(days.order()).rest();
        return CountedPages.of(frame, new CountedPages.Shown(List.of(new Crumb(words.say("insight.menu.insight"), "/insight"), new Crumb(name, path(slug))), measure, days.order(),
                InsightWords.days(words, measure, days), found, after == null, way,
                new Files("/insight/cases/csv?measure=" + measure.code() + asked, "/insight/cases/xlsx?measure=" + measure.code() + asked)));
    }

    static CountedPage.Row row(Words words, Counted one) {
        var file = one.file();
        return new CountedPage.Row(words.date(one.day()), file == null ? null : file.number(), file == null ? null : file.title(), one.teamName(),
                one.minutes() == null ? null : Duration.ofMinutes(one.minutes()), Boolean.TRUE.equals(one.late()));
    }

    private static List<KeyFigure> keyFigures(Words words, ServiceFigures figures) {
        var total = figures.total();
        return List.of(key(words, "opened", words.number(total.opened()), all(figures, Measure.OPENED)),
                key(words, "resolved", words.number(total.resolved()), all(figures, Measure.RESOLVED)),
                key(words, "open", words.number(figures.open()), cases(figures, Measure.OPEN, Span.BEGINNING, figures.to().isBefore(today(words)) ? today(words) : figures.to(), figures.team())),
                key(words, "reply-share", share(words, total.firstReply()), total.firstReply().share() == null ? null : all(figures, Measure.FIRST_REPLY_IN_TIME)),
                key(words, "resolution-share", share(words, total.resolution()), total.resolution().share() == null ? null : all(figures, Measure.RESOLVED_IN_TIME)));
    }

    private static KeyFigure key(Words words, String name, String value, @Nullable String href) {
        return new KeyFigure(words.say("insight.key." + name), value, words.say("insight.key-note." + name), href);
    }

    private static String share(Words words, Times times) {
        var share = times.share();
        return share == null ? "–" : words.percent(share);
    }

    private static TeamTimes times(ServiceFigures figures, Line line) {
        var reply = line.firstReply();
        var done = line.resolution();
        return new TeamTimes(line.name() == null ? "" : line.name(), line.opened(), Panels.half(reply), Panels.nine(reply), Panels.half(done), Panels.nine(done),
                cases(figures, Measure.OPENED, figures.from(), figures.to(), line.team()), slowest(figures, Measure.FIRST_REPLY, line), slowest(figures, Measure.RESOLVED, line));
    }

    private static String slowest(ServiceFigures figures, Measure measure, Line line) {
        return cases(figures, measure, figures.from(), figures.to(), line.team()) + Picking.SLOWEST.rest();
    }

    /** A table as files; the same figures as under all that one answers for. */
    private static Files files(Words words, ServiceFigures figures, String table) {
        return new Links(words, new Narrowing(null, figures.service(), figures.team(), null, null, null), figures.from(), figures.to()).files(table);
    }

    private static List<Age> ages(Words words, ServiceFigures figures) {
        var most = figures.ages().stream().mapToLong(ServiceFigures.Age::count).max().orElse(0);
        return figures.ages().stream().map(age -> new Age(InsightWords.age(words, age), age.count(), most == 0 ? 0 : (int) (age.count() * 100 / most),
                cases(figures, Measure.OPEN, age.from(), age.to(), figures.team()))).toList();
    }

    private static List<Tab> tabs(Words words, Period period, ServiceFigures figures) {
        var team = figures.team() == null ? "" : "&team=" + figures.team();
        return Period.TABS.stream().map(name -> new Tab(words.say("insight.period." + name), path(figures.service()) + "?period=" + name + team,
                period.name().equals(name))).toList();
    }

    private static Choice teams(Words words, Told told) {
        var chosen = told.figures().team();
        var all = Stream.of(new Option("", words.say("insight.service.all-teams"), chosen == null));
        return new Choice("team", words.say("insight.times.team"), Stream.concat(all, told.teams().stream()
                .map(line -> new Option(String.valueOf(line.team()), line.name() == null ? "" : line.name(), line.team() != null && line.team().equals(chosen)))).toList());
    }

    private static String all(ServiceFigures figures, Measure measure) {
        return cases(figures, measure, figures.from(), figures.to(), figures.team());
    }

    private static String cases(ServiceFigures figures, Measure measure, LocalDate from, LocalDate to, @Nullable Object team) {
        return cases(figures.service(), measure, from, to, team);
    }

    private static String cases(String slug, Measure measure, LocalDate from, LocalDate to, @Nullable Object team) {
        return path(slug) + "/cases?measure=" + measure.code() + "&from=" + from + "&to=" + to + (team == null ? "" : "&team=" + team);
    }

    private static LocalDate today(Words words) {
        return words.now().atZone(words.zone()).toLocalDate();
    }

    private static String path(String slug) {
        return "/insight/services/" + slug;
    }
}
