package no.torg.insight.views;

import java.time.Duration;
import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Crumb;
import no.torg.web.views.Pager;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;

/**
 * The cases behind a number.
 *
 * @param days which days they were counted on, in words
 * @param tabs the same number in another order, or its other part; empty where there are none
 */
public record CountedPage(Frame frame, List<Crumb> crumbs, String title, String days, List<Tab> tabs, List<Row> rows, Pager pager, Files files) {
    /** A case; number and title are null where it has gone to others, whom the reader may not look in on. The time is working time. */
    public record Row(String day, @Nullable String number, @Nullable String title, String team, @Nullable Duration took, boolean late) {}
}
