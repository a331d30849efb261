package no.torg.cases.work.views;

import java.time.Instant;
import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Crumb;
import no.torg.web.views.Due;
import no.torg.web.views.SideGroup;
import no.torg.web.views.State;
import no.torg.web.views.Tab;

/**
 * A case as its case worker sees it; also what its fragments are drawn from.
 *
 * @param back the list one came from
 * @param way what the addresses of the case end with, so that they know that list
 * @param about "Bestille gjestekonto · Portalen"
 * @param tabs dialogue, answers and history, with counts
 * @param refusal a change that was not taken, if the page answers one
 */
public record CasePage(Frame frame, List<SideGroup> side, Crumb back, String way, String number, String title, State state, int priority, Due due, String about,
                       Instant openedAt, List<Tab> tabs, Section section, Properties properties, Refusal refusal) {
    /** The case's own address, which its parts hang on. */
    public String path() {
        return "/work/cases/" + number;
    }

    /** The address of something that hangs on it, with the way back. */
    public String at(String part) {
        return path() + "/" + part + way;
    }
}
