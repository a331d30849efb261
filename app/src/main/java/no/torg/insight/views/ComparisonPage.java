package no.torg.insight.views;

import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Tab;

/** Two periods or units beside each other. */
public record ComparisonPage(Frame frame, List<Tab> tabs, Filters filters, Grid grid) {}
