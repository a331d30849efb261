package no.torg.portal.views;

import java.util.List;
import no.torg.cases.views.CaseSummary;
import no.torg.web.Frame;
import no.torg.web.views.Pager;
import no.torg.web.views.Tab;

/**
 * The viewer's own page.
 *
 * @param waiting the open cases that wait for the viewer; they stand first and are not among {@code cases}
 * @param tabs open and closed, with counts
 */
public record MyPage(Frame frame, List<CaseSummary> waiting, List<Tab> tabs, List<CaseSummary> cases, List<DraftRow> drafts, Pager pager) {}
