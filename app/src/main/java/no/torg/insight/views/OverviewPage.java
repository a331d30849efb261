package no.torg.insight.views;

import java.time.Instant;
import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Tab;

/** The figures of all that somebody answers for. */
public record OverviewPage(Frame frame, List<Tab> tabs, Instant updatedAt, Filters filters, List<KeyFigure> keyFigures, Lines lines, Grid services, Heat heat, Bars channels,
                           Bars ages, Grid flows, Grid teams, Files totals) {}
