package no.torg.insight.views;

import java.time.Instant;
import java.util.List;
import no.torg.web.Frame;

/** The figures of all that somebody answers for. */
public record OverviewPage(Frame frame, Instant updatedAt, Filters filters, List<KeyFigure> keyFigures, Lines lines, Grid services, Heat heat, Bars channels,
                           Bars ages, Grid flows, Grid teams) {}
