package no.torg.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A case (sak) as the rules need it: who asked, who has it, where it stands and what clocks run.
 *
 * @param party whether the one who asks for it is the requester or a party, and so sees nothing internal, whatever else they are
 */
public record CaseFile(UUID id, String number, UUID service, String serviceVersion, UUID requester, UUID team, @Nullable UUID handler, CaseState state,
        Instant stateSince, String impact, String urgency, int priority, Instant opened, Clocks clocks, @Nullable Instant resolvedAt, @Nullable Instant closedAt,
        Course course, boolean party) {

    /** The kind of subject a case is in the log, in search and in live topics. */
    public static final String KIND = "case";

    /** Whom a case may hit. */
    public static final Set<String> IMPACTS = Set.of("individual", "group", "unit", "organisation");

    /** How it may haste; priority comes of the two. */
    public static final Set<String> URGENCIES = Set.of("low", "normal", "high", "critical");

    /** Labels of an imported case that has ended without the source saying when: when it is opened again, figures have nothing of it to take back. */
    public static final String RESOLVED_UNTOLD = "resolved-untold";
    /** The same of its closure. */
    public static final String CLOSED_UNTOLD = "closed-untold";

    /** The clocks' times; the year 9999 where there is none. */
    public record Clocks(Instant firstReplyDue, Instant resolutionDue, Instant promised, @Nullable Instant firstReply) {

        /** What the team works to now. */
        public Instant due() {
            return firstReply == null ? firstReplyDue : resolutionDue;
        }

        Clocks replied(Instant at) {
            return new Clocks(firstReplyDue, resolutionDue, promised, at);
        }
    }

    /**
     * How it has gone.
     *
     * @param handOvers  how often from one team to another; returns: to one that had had it; reopenings: how often it was opened again
     * @param labels     what the system it was imported from called its state, priority and channel, as long as it has them from there, and which ends that did not tell
     */
    public record Course(int handOvers, int returns, int reopenings, String channel, Map<String, String> labels) {

        /** What counts its channel: the source's word where it has it from there. */
        String channelLabel() {
            return labels.getOrDefault("channel", channel);
        }
    }

    /** What counts its priority: the source's word where it has it from there. */
    String priorityLabel() {
        return course.labels().getOrDefault("priority", Integer.toString(priority));
    }

    /** The same case in another team, handled by nobody. */
    CaseFile in(UUID other) {
        return new CaseFile(id, number, service, serviceVersion, requester, other, null, state, stateSince, impact, urgency, priority, opened, clocks,
                resolvedAt, closedAt, course, party);
    }

    /** The same case in another state, its clocks as they are then. */
    CaseFile with(CaseState entered, Instant since, Clocks then) {
        return new CaseFile(id, number, service, serviceVersion, requester, team, handler, entered, since, impact, urgency, priority, opened, then,
                resolvedAt, closedAt, course, party);
    }

    /** Refuses a move that the table does not have. */
    public void requireNext(CaseState next) {
        if (!state.next().contains(next)) {
            throw new Refused("cases.state.no-such-move", state.code(), next.code());
        }
    }

    /** Refuses a change by somebody who saw something else than what is now. */
    public static void requireSeen(@Nullable Object seen, @Nullable Object now) {
        if (!Objects.equals(seen, now)) {
            throw new Refused("cases.stale");
        }
    }

    /** Whether the actor works with this case: covered by team, leadership or ownership, and not themselves a party (fvl. § 6, habilitet). */
    public boolean workedBy(Actor actor) {
        return !party && (actor.covered().contains(team) || actor.services().contains(service) || actor.person() == null);
    }
}
