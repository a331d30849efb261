package no.torg.portal.views;

import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Pager;
import org.jspecify.annotations.Nullable;

/**
 * The page of what a search found.
 *
 * @param instead a better spelling with hits of its own; null when none is known
 */
public record SearchPage(Frame frame, String asked, List<Hit> services, List<Hit> cases, @Nullable String instead, Pager pager) {}
