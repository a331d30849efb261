package no.torg.insight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import no.torg.cases.CountedCases.Counted;
import no.torg.insight.FigureReads.Days;
import no.torg.insight.FigureReads.Told;
import no.torg.insight.ServiceFigures.Line;
import no.torg.insight.ServiceFigures.Times;
import no.torg.insight.views.CountedPage;
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
import no.torg.web.views.Pager;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures as pages, every number with the way to its cases. */
@Component
class FigurePages {

    private static final int ROWS = 50;

    private final FigureReads reads;

    FigurePages(FigureReads reads) {
        this.reads = reads;
    }

    ServiceFiguresPage service(Frame frame, Period period, Told told) {
        var words = frame.words();
        var figures = told.figures();
        var weeks = figures.steps().stream().map(step -> new Week(InsightWords.step(words, period, step.from()), step.opened(), step.resolved(), step.open(),
                cases(figures, Measure.OPENED, step.from(), step.to(), figures.team()), cases(figures, Measure.RESOLVED, step.from(), step.to(), figures.team()),
                cases(figures, Measure.BACKLOG, step.from(), step.to(), figures.team()))).toList();
        var byTeam = figures.teams().stream().filter(line -> line.opened() + line.firstReply().count() + line.resolution().count() > 0)
                .map(line -> times(figures, line)).toList();
        return new ServiceFiguresPage(frame, List.of(), told.service().definition().texts(words.language().code()).name(), figures.service(),
                path(figures.service()), words.now(), tabs(words, period, figures), teams(words, told), period.name(), period.from(), period.to(),
                keyFigures(words, figures), new Lines(InsightWords.finding(words, figures), weeks, null), ages(words, figures), byTeam);
    }

    CountedPage cases(Actor actor, Frame frame, String slug, Measure measure, Days days, @Nullable String after) {
        var words = frame.words();
        var service = reads.service(actor, slug);
        var found = reads.cases(actor, words.language(), slug, measure, days, Place.of(after), ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        var here = path(slug) + "/cases?measure=" + measure.code() + "&from=" + days.from() + "&to=" + days.to() + (days.team() == null ? "" : "&team=" + days.team());
        var pager = new Pager(after == null ? null : here, found.size() > ROWS ? here + "&after=" + Place.text(shown.getLast()) : null, "");
        var name = service.definition().texts(words.language().code()).name();
        return new CountedPage(frame, List.of(new Crumb(words.say("insight.menu.insight"), "/insight"), new Crumb(name, path(slug))),
                words.say("insight.measure." + measure.code()), InsightWords.days(words, measure, days), shown.stream().map(one -> row(words, one)).toList(), pager, null);
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
                key(words, "reply-share", share(words, total.firstReply()), all(figures, Measure.FIRST_REPLY_IN_TIME)),
                key(words, "resolution-share", share(words, total.resolution()), all(figures, Measure.RESOLVED_IN_TIME)));
    }

    private static KeyFigure key(Words words, String name, String value, String href) {
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
                cases(figures, Measure.OPENED, figures.from(), figures.to(), line.team()));
    }

    private static List<Age> ages(Words words, ServiceFigures figures) {
        var most = figures.ages().stream().mapToLong(ServiceFigures.Age::count).max().orElse(0);
        return figures.ages().stream().map(age -> new Age(InsightWords.age(words, age), age.count(), most == 0 ? 0 : (int) (age.count() * 100 / most),
                cases(figures, Measure.OPEN, age.from(), age.to(), figures.team()))).toList();
    }

    private static List<Tab> tabs(Words words, Period period, ServiceFigures figures) {
        var team = figures.team() == null ? "" : "&team=" + figures.team();
        return Stream.of("30", "90", "year").map(name -> new Tab(words.say("insight.period." + name), path(figures.service()) + "?period=" + name + team,
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
        return path(figures.service()) + "/cases?measure=" + measure.code() + "&from=" + from + "&to=" + to + (team == null ? "" : "&team=" + team);
    }

    private static LocalDate today(Words words) {
        return words.now().atZone(words.zone()).toLocalDate();
    }

    private static String path(String slug) {
        return "/insight/services/" + slug;
    }
}
