package no.torg.insight;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.Stream;

import no.torg.insight.FigureReads.Days;
import no.torg.metrics.Span;
import no.torg.web.Fields;
import no.torg.web.Words;
import no.torg.web.views.Tab;

/** Figures in words, by rule. */
final class InsightWords {

    private static final int NOTICED = 2;
    private static final int TENTH = 10;

    private InsightWords() {
    }

    /** The ways among the pages of figures, narrowed alike. */
    static List<Tab> tabs(Words words, String here, Narrowing narrowing) {
        return Stream.of("/insight", "/insight/comparison", "/insight/treatment", "/insight/forecast", "/insight/dashboards").map(path -> new Tab(words.say("insight.tab." + path.substring(path.lastIndexOf('/') + 1)),
                narrowing.all().isEmpty() ? path : path + "?" + narrowing.all().substring(1), path.equals(here))).toList();
    }

    /** Ours by name, a source's in its own word. */
    static String priority(Words words, String label) {
        return label.matches("[1-5]") ? words.say("web.priority.label", words.say("web.priority." + label)) : label;
    }

    /** Growing or shrinking is by at least two cases and a tenth of what was open when the period began. */
    static String finding(Words words, ServiceFigures figures) {
        return finding(words, figures.before(), figures.steps().getLast().open());
    }

    static String finding(Words words, long before, long after) {
        var change = after - before;
        var noticed = Math.abs(change) >= NOTICED && Math.abs(change) * TENTH >= before;
        var how = !noticed ? "steady" : change > 0 ? "growing" : "shrinking";
        return words.say("insight.finding." + how, before, after);
    }

    /** The name of a step that begins on this day. */
    static String step(Words words, Period period, LocalDate from) {
        return switch (period.step()) {
            case WEEK -> words.say("insight.step.week", Integer.toString(from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
            case MONTH -> words.say("insight.step.month", words.say("web.date.months-brief").split(" ")[from.getMonthValue() - 1], Integer.toString(from.getYear()));
            case YEAR -> Integer.toString(from.getYear());
            default -> words.say("insight.step.day", Integer.toString(from.getDayOfMonth()), words.say("web.date.months-brief").split(" ")[from.getMonthValue() - 1]);
        };
    }

    /** Which days a list is of. */
    static String days(Words words, Measure measure, Days days) {
        if (measure == Measure.BACKLOG) {
            return words.say("insight.days.end", words.date(days.to()));
        }
        return days.from().equals(Span.BEGINNING) ? words.say("insight.days.until", words.date(days.to()))
                : words.say("insight.days.from-to", words.date(days.from()), words.date(days.to()));
    }

    /** Which days a list is of, and of the week and day what it is narrowed to. */
    static String days(Words words, Measure measure, Narrowing narrowing, Picking picking) {
        var days = days(words, measure, new Days(Fields.required("from", narrowing.from()), Fields.required("to", narrowing.to()), null, picking.sorted()));
        var hour = picking.hour() == null ? "" : ", " + words.say("insight.days.hour", picking.hour().toString());
        var weekday = picking.weekday() == null ? "" : ", " + words.say("web.date.weekdays").split(" ")[Fields.range("weekday", picking.weekday(), 1, 7) - 1];
        return days + weekday + hour;
    }

    /** How old the cases of a band are, in days of the calendar. */
    static String age(Words words, ServiceFigures.Age age) {
        var today = words.now().atZone(words.zone()).toLocalDate();
        var youngest = today.toEpochDay() - age.to().toEpochDay();
        if (youngest == 0) {
            return words.say("insight.age.today");
        }
        return age.from().equals(Span.BEGINNING) ? words.say("insight.age.over", youngest - 1)
                : words.say("insight.age.days", youngest, today.toEpochDay() - age.from().toEpochDay());
    }
}
