package no.torg.insight.views;

import java.util.List;
import no.torg.web.views.Choice;

/**
 * What one writes of a dashboard.
 *
 * @param hidden what it is narrowed to, as name and value
 * @param places the panels by their places; each may be empty
 */
public record DashboardForm(String action, String submit, String name, boolean shared, List<Hidden> hidden, List<Choice> places) {
    /** A field that is kept as it is. */
    public record Hidden(String name, String value) {}
}
