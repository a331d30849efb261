package no.torg.cases.work.views;

import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Choice;
import no.torg.web.views.Chosen;
import no.torg.web.views.Pager;
import no.torg.web.views.SideGroup;
import no.torg.web.views.Tab;

/**
 * A list of cases to work on.
 *
 * @param path the list's own address, which filters and sorts are added to
 * @param title what the list is called ("Mine saker", a team's name)
 * @param count how many cases the filters leave, as it is shown: exact to 1 000, then "mer enn 1 000"
 * @param filters state, team, handler, priority, service: those that make sense in this list
 * @param text what must be found in the case
 * @param chosen the filters in use
 * @param sorts the four sorts: updated, due, priority, number
 */
public record WorkListPage(Frame frame, List<SideGroup> side, String path, String title, String count, List<Choice> filters, String text,
                           List<Chosen> chosen, List<Tab> sorts, List<WorkRow> rows, Pager pager) {}
