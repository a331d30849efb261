package no.torg.insight.views;

import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Tab;

/** How like cases are treated. */
public record TreatmentPage(Frame frame, List<Tab> tabs, Filters filters, Boxes teams, Boxes priorities) {}
