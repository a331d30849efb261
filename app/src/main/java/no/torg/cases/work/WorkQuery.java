package no.torg.cases.work;

import java.util.Set;
import java.util.UUID;

import no.torg.people.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted, in which order and from where.
 *
 * @param among    those the actor works with, those that are the actor's own, or both
 * @param teams    of these teams only; null for any
 * @param handler  whom the case must be assigned to; null for anybody
 * @param unassigned only those that nobody has
 * @param overdue  only open ones whose time is past
 * @param number   the number or the beginning of it
 * @param found    only these; null for any
 * @param owned    only those of services that the actor owns
 * @param cursor   null for the first page
 * @param limit    rows on a page
 */
record WorkQuery(Among among, Standing standing, @Nullable Set<UUID> teams, @Nullable UUID handler, boolean unassigned, boolean overdue,
        @Nullable Integer priority, @Nullable UUID service, @Nullable CaseNumber number, @Nullable Set<UUID> found, boolean owned,
        WorkSort sort, @Nullable WorkCursor cursor, int limit) {

    /** The cases one may see are of two kinds. */
    enum Among { WORKED, OWN, BOTH }

    /** Rows on a page of work. */
    static final int PAGE = 50;

    /** The open cases that the actor has. */
    static WorkQuery mine(Actor actor) {
        return new WorkQuery(Among.WORKED, Standing.OPEN, null, actor.id(), false, false, null, null, null, null, false, WorkSort.DUE, null, PAGE);
    }

    /** The open cases of the services that the actor owns. */
    static WorkQuery ofOwned() {
        return new WorkQuery(Among.WORKED, Standing.OPEN, null, null, false, false, null, null, null, null, true, WorkSort.DUE, null, PAGE);
    }
}
