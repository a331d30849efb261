package no.torg.insight.views;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved dashboard.
 *
 * @param narrowed what its figures are of, in words
 * @param way      to all figures narrowed alike
 * @param panels   the panels' codes, in order
 * @param form     null for another's
 * @param deletion where it is deleted; null for another's
 */
public record DashboardPage(String name, String narrowed, String way, List<String> panels, OverviewPage figures, @Nullable DashboardForm form, @Nullable String deletion) {}
