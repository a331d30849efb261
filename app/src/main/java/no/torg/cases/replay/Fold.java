package no.torg.cases.replay;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.CaseState;
import no.torg.cases.imports.ImportedCases;
import no.torg.cases.imports.ImportedStanding;
import no.torg.events.Event;
import no.torg.people.Organisation;
import org.jspecify.annotations.Nullable;

/** Goes through the events of one case in the order they were written, and says what its row should be then. */
final class Fold {

    private static final String IN_PROGRESS = CaseState.IN_PROGRESS.code();

    private final Set<UUID> teams = new HashSet<>();
    private @Nullable UUID team;
    private @Nullable UUID handler;
    private String state = "";
    private @Nullable Instant since;
    private long priority;
    private @Nullable Instant resolved;
    private @Nullable Instant closed;
    private int handOvers;
    private int returns;
    private int reopenings;
    private @Nullable Instant firstReply;
    private @Nullable Instant lastMessage;
    private long lastSeq;
    private @Nullable Instant publicMessage;
    private long publicSeq;

    private Fold() {
    }

    /** The columns as texts, empty for none. What was imported after something happened here no longer changes the row. */
    static Map<Repeated, String> of(List<Event> events) {
        var fold = new Fold();
        var imported = events.stream().takeWhile(event -> event.type().equals(ImportedCases.TYPE)).toList();
        if (!imported.isEmpty()) {
            fold.imported(ImportedStanding.of(imported));
        }
        events.forEach(fold::take);
        return fold.columns();
    }

    private void imported(ImportedStanding standing) {
        state = standing.state().code();
        since = standing.since();
        team = standing.team();
        handler = standing.handler();
        priority = standing.priority();
        resolved = standing.resolved();
        closed = standing.closed();
        handOvers = standing.handOvers();
        returns = standing.returns();
        reopenings = standing.reopenings();
        teams.addAll(standing.teams());
    }

    private void take(Event event) {
        switch (event.type()) {
            case "cases.opened" -> opened(event);
            case "cases.assigned" -> handler = event.uuid("to");
            case "cases.moved" -> moved(event.uuid("to"));
            case "cases.prioritised" -> priority = event.number("to", 0);
            case "cases.state-changed", "cases.waiting-began", "cases.waiting-ended" -> enter(event, String.valueOf(event.text("to")));
            case "cases.resolved" -> {
                enter(event, CaseState.RESOLVED.code());
                resolved = event.at();
            }
            case "cases.closed" -> {
                enter(event, CaseState.CLOSED.code());
                closed = event.at();
            }
            case "cases.reopened" -> {
                enter(event, IN_PROGRESS);
                resolved = null;
                closed = null;
                reopenings++;
            }
            case "cases.first-replied" -> firstReply = event.at();
            case "conversations.message-posted" -> posted(event, event.number("seq", 0), "public".equals(event.text("audience")));
            default -> { }
        }
    }

    private void opened(Event event) {
        team = event.uuid("team");
        priority = event.number("priority", 0);
        enter(event, CaseState.NEW.code());
        posted(event, 1, true);
    }

    /** A case that waits already and is to wait for something more does not enter its state anew. */
    private void enter(Event event, String entered) {
        if (!entered.equals(state)) {
            state = entered;
            since = event.at();
        }
    }

    private void moved(@Nullable UUID to) {
        if (team != null && to != null && !team.equals(Organisation.NO_TEAM) && !to.equals(Organisation.NO_TEAM)) {
            handOvers++;
            returns += teams.contains(to) ? 1 : 0;
            teams.add(team);
            teams.add(to);
        }
        team = to;
        handler = null;
    }

    private void posted(Event event, long seq, boolean open) {
        lastMessage = event.at();
        lastSeq = seq;
        if (open) {
            publicMessage = event.at();
            publicSeq = seq;
        }
    }

    private Map<Repeated, String> columns() {
        var columns = new EnumMap<Repeated, String>(Repeated.class);
        columns.put(Repeated.STATE, state);
        columns.put(Repeated.STATE_SINCE, text(since));
        columns.put(Repeated.TEAM, text(team));
        columns.put(Repeated.HANDLER, text(handler));
        columns.put(Repeated.PRIORITY, text(priority));
        columns.put(Repeated.RESOLVED, text(resolved));
        columns.put(Repeated.CLOSED, text(closed));
        columns.put(Repeated.HAND_OVERS, text(handOvers));
        columns.put(Repeated.RETURNS, text(returns));
        columns.put(Repeated.REOPENINGS, text(reopenings));
        columns.put(Repeated.FIRST_REPLY, text(firstReply));
        columns.put(Repeated.LAST_MESSAGE, text(lastMessage));
        columns.put(Repeated.LAST_SEQ, text(lastSeq));
        columns.put(Repeated.PUBLIC_MESSAGE, text(publicMessage));
        columns.put(Repeated.PUBLIC_SEQ, text(publicSeq));
        return columns;
    }

    /** As a column's value is written too, so that the two can be compared. */
    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
