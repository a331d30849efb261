package no.torg.cases.work.views;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Choice;
import no.torg.web.views.Chosen;
import no.torg.web.views.Pager;
import no.torg.web.views.SideGroup;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;

/**
 * A list of cases to work on.
 *
 * @param path the list's own address, which filters and sorts are added to
 * @param title what the list is called ("Mine saker", a team's name)
 * @param count how many cases the filters leave, as it is shown: exact to 1 000, then "mer enn 1 000"
 * @param exactly the way to the exact count; null where the count is exact
 * @param filters state, team, handler, priority, service: those that make sense in this list
 * @param text what must be found in the case
 * @param chosen the filters in use
 * @param sort the order in use, as a code
 * @param sorts the four sorts: updated, due, priority, number
 */
public record WorkListPage(Frame frame, List<SideGroup> side, String path, String title, String count, @Nullable String exactly, List<Choice> filters, String text,
                           List<Chosen> chosen, String sort, List<Tab> sorts, List<WorkRow> rows, Pager pager) {
    /** This list as it is narrowed now, as a parameter of an address: the way back to it. */
    public String from() {
        return URLEncoder.encode(frame.path(), StandardCharsets.UTF_8);
    }
}
