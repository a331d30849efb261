package no.torg.insight.views;

import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Tab;

/** Saved dashboards, and the form for a new one of what one looks at. */
public record DashboardsPage(Frame frame, List<Tab> tabs, List<Row> rows, String narrowed, DashboardForm form) {
    /** A dashboard; {@code note} says whose it is and who finds it. */
    public record Row(String name, String href, String note) {}
}
