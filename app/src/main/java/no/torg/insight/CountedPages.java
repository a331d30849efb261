package no.torg.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import no.torg.cases.CountedCases.Counted;
import no.torg.cases.CountedCases.Order;
import no.torg.insight.views.CountedPage;
import no.torg.insight.views.Files;
import no.torg.web.Frame;
import no.torg.web.Words;
import no.torg.web.views.Crumb;
import no.torg.web.views.Pager;
import no.torg.web.views.Tab;

/** The very cases behind a number as a page: in another order, with its other part beside it, and as files. */
final class CountedPages {

    /** Rows on a page. */
    static final int ROWS = 50;

    private CountedPages() {
    }

    /**
     * What is shown.
     *
     * @param found one more than a page shows, where there are more
     * @param first whether this is the first page of the list
     * @param way   where the cases of a measure are in an order
     */
    record Shown(List<Crumb> crumbs, Measure measure, Order order, String days, List<Counted> found, boolean first, BiFunction<Measure, Order, String> way, Files files) {
    }

    static CountedPage of(Frame frame, Shown what) {
        var words = frame.words();
        var rows = what.found().subList(0, Math.min(ROWS, what.found().size()));
        var here = what.way().apply(what.measure(), what.order());
        var pager = new Pager(what.first() ? null : here, what.found().size() > ROWS ? here + "&after=" + Place.text(rows.getLast(), what.order()) : null, "");
        return new CountedPage(frame, what.crumbs(), words.say("insight.measure." + what.measure().code()), what.days(), tabs(words, what),
                rows.stream().map(one -> FigurePages.row(words, one)).toList(), pager, what.files());
    }

    private static List<Tab> tabs(Words words, Shown what) {
        var tabs = new ArrayList<Tab>();
        if (what.measure().timed()) {
            for (var order : Order.values()) {
                tabs.add(new Tab(words.say("insight.cases.order." + order.name().toLowerCase(words.language().locale())), what.way().apply(what.measure(), order), order == what.order()));
            }
        }
        var other = what.measure().otherwise();
        if (other != null) {
            tabs.add(new Tab(words.say("insight.measure." + other.code()), what.way().apply(other, what.order()), false));
        }
        return tabs;
    }
}
