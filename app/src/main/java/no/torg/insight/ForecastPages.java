package no.torg.insight;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import no.torg.insight.Forecast.Verdict;
import no.torg.insight.ForecastReads.Told;
import no.torg.insight.views.Cell;
import no.torg.insight.views.ForecastPage;
import no.torg.insight.views.ForecastPage.Week;
import no.torg.insight.views.Grid;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Words;
import org.springframework.stereotype.Component;

/** The coming weeks as a page, with how well weeks that have been were told. */
@Component
class ForecastPages {

    private static final String PATH = "/insight/forecast";
    private static final int SHOWN = 26;

    private final ForecastReads reads;
    private final OverviewPages pages;

    ForecastPages(ForecastReads reads, OverviewPages pages) {
        this.reads = reads;
        this.pages = pages;
    }

    ForecastPage forecast(Actor actor, Frame frame, Narrowing narrowing, LocalDate today) {
        var words = frame.words();
        var told = reads.forecast(actor, narrowing, today);
        var links = new Links(words, narrowing, today, today);
        var end = end(told);
        var ended = end > 0 && end <= told.counts().size() - SHOWN;
        var finding = ended ? words.say("insight.forecast.ended", words.date(told.first().plusWeeks(end).minusDays(1))) : finding(words, told.forecast());
        return new ForecastPage(frame, InsightWords.tabs(words, PATH, narrowing), pages.filters(actor, words, PATH, narrowing), finding,
                ended ? past(words, told, links, end).toList() : Stream.concat(past(words, told, links, told.counts().size()), coming(words, told.forecast())).toList(),
                test(words, told, links, ended), links.files("forecast"));
    }

    /** How many weeks there were to the last in which a case came. */
    private static int end(Told told) {
        return IntStream.range(0, told.counts().size()).filter(week -> told.counts().get(week) > 0).reduce(0, (before, week) -> week + 1);
    }

    private static String finding(Words words, Forecast forecast) {
        if (forecast.verdict() != Verdict.TOLD) {
            return words.say("insight.forecast." + forecast.verdict().code(), Forecasting.LEAST, forecast.weeks());
        }
        var next = forecast.coming().getFirst();
        return words.say("insight.forecast.told", words.number(next.expected()), words.number(next.low()), words.number(next.high()));
    }

    private static Stream<Week> past(Words words, Told told, Links links, int size) {
        return IntStream.range(Math.max(0, size - SHOWN), size).mapToObj(nth -> {
            var monday = told.first().plusWeeks(nth);
            return new Week(name(words, monday), told.counts().get(nth), new Cell(words.number(told.counts().get(nth)), links.way(Measure.OPENED, monday, monday.plusDays(6))), null, null, null);
        });
    }

    private static Stream<Week> coming(Words words, Forecast forecast) {
        return forecast.coming().stream().map(week -> new Week(name(words, week.week()), null, null, week.expected(), week.low(), week.high()));
    }

    private static String name(Words words, LocalDate monday) {
        return words.say("insight.step.week", Integer.toString(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }

    private static Grid test(Words words, Told told, Links links, boolean ended) {
        var test = told.forecast().test();
        var heads = Stream.of("way", "wrong").map(name -> words.say("insight.forecast." + name)).toList();
        if (test == null || ended) {
            return new Grid("test", words.say("insight.forecast.test"), words.say(ended ? "insight.forecast.untested-ended" : "insight.forecast.untested"), heads, List.of(), links.files("forecast-test"));
        }
        var method = told.forecast().method();
        var rows = List.of(row(words, method == null ? words.say("insight.forecast.model") : words.say("insight.forecast.method." + method), test.model()),
                row(words, words.say("insight.forecast.last-week"), test.lastWeek()), row(words, words.say("insight.forecast.last-year"), test.lastYear()));
        return new Grid("test", words.say("insight.forecast.test"), words.say("insight.forecast.tested", test.forecasts(), words.percent(test.coverage())), heads, rows, links.files("forecast-test"));
    }

    private static Grid.Row row(Words words, String name, double wrong) {
        return new Grid.Row(new Cell(name, null), List.of(new Cell(words.number(wrong), null)));
    }
}
