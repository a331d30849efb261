package no.torg.catalog.views;

import java.time.Instant;
import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Crumb;
import org.jspecify.annotations.Nullable;

/**
 * A service in plain language.
 *
 * @param kind inquiry, incident, order …: decides what the button says
 * @param aboutHtml the description, already cleaned
 * @param who whom it is for; null when it is for all
 * @param measured null when too few have asked to say
 * @param draftSavedAt when the viewer's draft was saved; null without one
 * @param team who answers
 */
public record ServicePage(Frame frame, List<Crumb> crumbs, String slug, String kind, String name, String summary, String aboutHtml,
                          @Nullable String who, @Nullable Measured measured, @Nullable Instant draftSavedAt, String team, Instant changedAt, String version) {}
