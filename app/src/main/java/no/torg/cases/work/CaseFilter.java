package no.torg.cases.work;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How cases are asked for, by the API's parameters and by the page's filters; empty and missing mean any. Team, handler, priority, overdue and the
 * sorts due and priority are for cases one works with: they leave out those that are only one's own, of which these do not show.
 *
 * @param state     open (also when missing), new, in-progress, waiting, resolved, closed, done or all
 * @param team      id of the team that has it; refused with requester me
 * @param handler   me, none or a person's id; refused with requester me
 * @param requester me: one's own cases only
 * @param priority  1 to 5; refused with requester me
 * @param service   the service's slug
 * @param overdue   only open cases whose time is past; refused with requester me
 * @param text      a case number or the beginning of it, or words
 * @param sort      updated (the newest first), due (the nearest first, done cases after the open ones), priority (the most urgent first) or number (the newest first); due and priority are refused with requester me
 * @param after     where the page before ended, as its link says
 * @param limit     cases on a page, 1 to 100; 50 when missing
 */
public record CaseFilter(@Nullable String state, @Nullable UUID team, @Nullable String handler, @Nullable String requester, @Nullable Integer priority,
        @Nullable String service, @Nullable Boolean overdue, @Nullable String text, @Nullable String sort, @Nullable String after, @Nullable Integer limit) {

    /** Nothing asked for. */
    static final CaseFilter NONE = new CaseFilter(null, null, null, null, null, null, null, null, null, null, null);

    /** Every case, whatever its state, of which this is said. */
    static CaseFilter all(String text) {
        return new CaseFilter(Standing.ALL.code(), null, null, null, null, null, null, text, null, null, null);
    }

    /** The same with nothing where only blanks were sent, as a form's empty choices are. */
    CaseFilter stripped() {
        return new CaseFilter(orNull(state), team, orNull(handler), orNull(requester), priority, orNull(service), overdue, orNull(text), orNull(sort), orNull(after), limit);
    }

    /** Whether it asks for nothing but open cases in some order. */
    boolean plain() {
        return equals(new CaseFilter(state, null, null, null, null, null, null, null, sort, after, limit)) && (state == null || state.equals(Standing.OPEN.code()));
    }

    /** The same, of whichever team. */
    CaseFilter anyTeam() {
        return new CaseFilter(state, null, handler, requester, priority, service, overdue, text, sort, after, limit);
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
