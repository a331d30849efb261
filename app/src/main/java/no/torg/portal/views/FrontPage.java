package no.torg.portal.views;

import java.util.List;
import no.torg.cases.views.CaseSummary;
import no.torg.catalog.views.ServiceRow;
import no.torg.catalog.views.TopicCard;
import no.torg.web.Frame;
import no.torg.web.views.Tab;

/**
 * The front page.
 *
 * @param cases the viewer's newest open cases, at most three
 * @param openCases how many open cases the viewer has in all
 * @param audiences the tenant's audiences, one of them current
 * @param services how many services the current audience has
 * @param measuredDays how many days back the waiting times are measured; 0 when none is
 */
public record FrontPage(Frame frame, List<CaseSummary> cases, int openCases, List<Tab> audiences, List<TopicCard> topics, List<ServiceRow> mostUsed,
                        int services, int measuredDays) {}
