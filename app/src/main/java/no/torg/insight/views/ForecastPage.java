package no.torg.insight.views;

import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;

/**
 * The volume of weeks that have been and of those to come.
 *
 * @param test how well weeks that have been were told
 */
public record ForecastPage(Frame frame, List<Tab> tabs, Filters filters, String finding, List<Week> weeks, Grid test, Files files) {
    /** A week: what it came to, or what is expected of it. */
    public record Week(String name, @Nullable Long count, @Nullable Cell cell, @Nullable Long expected, @Nullable Long low, @Nullable Long high) {}
}
