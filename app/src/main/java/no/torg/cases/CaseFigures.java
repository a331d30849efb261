package no.torg.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.events.Consumer;
import no.torg.events.Event;
import no.torg.metrics.Count;
import no.torg.metrics.Metrics;
import no.torg.metrics.Occurrence;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what happens to cases, from the log alone: an event counts on the day it happened, for the team that had the case then. */
@Component
public class CaseFigures implements Consumer {

    /** What the measures' names begin with. */
    public static final String PREFIX = "cases.";
    /**
     * The measures of how many; they are also the kinds of what happened. What was opened is labelled by the channel it came through, what was
     * resolved by its priority then, as is the working time that it took.
     */
    public static final String OPENED = "cases.opened", REOPENED = "cases.reopened", RESOLVED = "cases.resolved", FIRST_REPLIED = "cases.first-replied",
            MOVED_IN = "cases.moved-in", MOVED_OUT = "cases.moved-out";
    /** The measure of how many are open: one more as a case is opened, reopened or moved in, one less as it is resolved or moved out. */
    public static final String BACKLOG = "cases.backlog";
    /** The measures of whole minutes since the case was opened, on the clock and in working time. */
    public static final String FIRST_REPLY = "cases.first-reply", FIRST_REPLY_WORKING = "cases.first-reply-working", RESOLUTION = "cases.resolution",
            RESOLUTION_WORKING = "cases.resolution-working";
    /** The measures of how many were before, and after, the due time they had then; what had none is in neither. */
    public static final String FIRST_REPLY_IN_TIME = "cases.first-reply-in-time", FIRST_REPLY_LATE = "cases.first-reply-late",
            RESOLUTION_IN_TIME = "cases.resolution-in-time", RESOLUTION_LATE = "cases.resolution-late";
    /** The kinds of going from one team (its part) to another (its label), of coming back to one that had it, and of all other changes. */
    public static final String HANDED_OVER = "cases.handed-over", RETURNED = "cases.returned", CHANGED = "cases.changed";
    /** The measures of how many cases that happened to at all: each case counts the first time. */
    public static final String HANDED_OVER_ONCE = "cases.handed-over-once", RETURNED_ONCE = "cases.returned-once", REOPENED_ONCE = "cases.reopened-once";
    /** The measures of how many cases there are by their priority and channel now (labels), and by the team they lie with, open or not. */
    public static final String PRIORITY = "cases.priority", CHANNEL = "cases.channel", LYING = "cases.lying";
    /** The measures of how many changes there were by the state they left the case in (label), and of those that left it with nobody. */
    public static final String EVENTS = "cases.events", EVENTS_UNASSIGNED = "cases.events-unassigned";
    /** The measure of the hour of the day (0–23, the tenant's zone) a case was opened in. */
    public static final String OPENED_HOUR = "cases.opened-hour";
    /** The measures of whole minutes on the clock from opening to the end that the case has now, one value a case: what is reopened has none. */
    public static final String STANDS_RESOLVED = "cases.stands-resolved", STANDS_CLOSED = "cases.stands-closed";
    /** The measure of what a source system counted itself, by the value of each case's last record; the label is the counter's name, a colon and the name of its mean, if any. */
    public static final String SOURCE = "cases.source";
    /** The kinds that change how many are open. */
    public static final List<String> STOCK = List.of(OPENED, REOPENED, MOVED_IN, MOVED_OUT, RESOLVED);

    private final Metrics metrics;

    CaseFigures(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "metrics.cases";
    }

    @Override
    public Set<String> types() {
        return Set.of("cases.opened", "cases.first-replied", "cases.moved", "cases.resolved", "cases.reopened", "cases.assigned", "cases.prioritised",
                "cases.state-changed", "cases.waiting-began", "cases.waiting-ended", "cases.closed");
    }

    @Override
    public void deliver(List<Event> events) {
        metrics.record(events.stream().flatMap(event -> of(event).stream()).toList());
    }

    /** What an event counts as. */
    public static List<Occurrence> of(Event event) {
        var kinds = kinds(event);
        var all = new ArrayList<>(kinds.isEmpty() ? List.of(one(event, CHANGED, event.uuid("team"), 0)) : kinds);
        all.set(0, all.getFirst().and(also(event)));
        return all;
    }

    private static List<Occurrence> kinds(Event event) {
        var team = event.uuid("team");
        return switch (event.type()) {
            case "cases.opened" -> List.of(occurrence(event, OPENED, team, 1, null, said(event, "channel"), List.of()));
            case "cases.reopened" -> List.of(one(event, REOPENED, team, 1));
            case "cases.first-replied" -> List.of(timed(event, FIRST_REPLIED, team, 0, FIRST_REPLY));
            case "cases.resolved" -> List.of(timed(event, RESOLVED, team, -1, RESOLUTION));
            case "cases.moved" -> moved(event);
            default -> List.of();
        };
    }

    /** One that is moved while resolved lies with nobody; should it be reopened, it is so in its new team. */
    private static List<Occurrence> moved(Event event) {
        var from = event.uuid("from");
        var to = event.uuid("to");
        var kinds = new ArrayList<Occurrence>();
        if (event.flag("open") == Boolean.TRUE) {
            kinds.add(one(event, MOVED_OUT, from, -1));
            kinds.add(one(event, MOVED_IN, to, 1));
        }
        if (event.number("handOver", 0) > 0) {
            kinds.add(occurrence(event, HANDED_OVER, from, 0, null, String.valueOf(to), event.number("handOver", 0) == 1 ? List.of(Count.one(HANDED_OVER_ONCE)) : List.of()));
        }
        if (event.number("return", 0) > 0) {
            kinds.add(occurrence(event, RETURNED, to, 0, null, "", event.number("return", 0) == 1 ? List.of(Count.one(RETURNED_ONCE)) : List.of()));
        }
        return kinds;
    }

    private static List<Count> also(Event event) {
        var also = new ArrayList<Count>();
        var opened = event.type().equals("cases.opened");
        also.add(Count.one(EVENTS, opened ? CaseState.NEW.code() : said(event, "state")).at(teamAfter(event)));
        if (opened || event.flag("handled") == Boolean.FALSE) {
            also.add(Count.one(EVENTS_UNASSIGNED).at(teamAfter(event)));
        }
        switch (event.type()) {
            case "cases.opened" -> also.addAll(List.of(Count.one(PRIORITY, said(event, "priority")), Count.one(CHANNEL, said(event, "channel")), Count.one(LYING),
                    Count.value(OPENED_HOUR, event.at().atZone(Tenant.current().zone()).getHour())));
            case "cases.moved" -> List.of(Count.one(LYING), Count.one(PRIORITY, said(event, "priorityLabel")), Count.one(CHANNEL, said(event, "channelLabel")))
                    .forEach(lies -> also.addAll(List.of(lies.at(given(event, "from")).back(), lies.at(given(event, "to")))));
            case "cases.prioritised" -> also.addAll(List.of(Count.one(PRIORITY, said(event, "fromLabel")).back(), Count.one(PRIORITY, said(event, "to"))));
            case "cases.resolved" -> also.add(Count.value(STANDS_RESOLVED, (int) event.number("minutes", 0)));
            case "cases.closed" -> also.add(Count.value(STANDS_CLOSED, (int) event.number("minutes", 0)));
            case "cases.reopened" -> also.addAll(reopened(event));
            default -> { }
        }
        return also;
    }

    private static List<Count> reopened(Event event) {
        var taken = new ArrayList<Count>();
        if (event.number("reopening", 1) == 1) {
            taken.add(Count.one(REOPENED_ONCE));
        }
        if (event.number("resolvedMinutes", -1) >= 0) {
            taken.add(Count.value(STANDS_RESOLVED, (int) event.number("resolvedMinutes", 0)).back());
        }
        if (event.number("closedMinutes", -1) >= 0) {
            taken.add(Count.value(STANDS_CLOSED, (int) event.number("closedMinutes", 0)).back());
        }
        return taken;
    }

    private static UUID teamAfter(Event event) {
        return given(event, event.type().equals("cases.moved") ? "to" : "team");
    }

    private static UUID given(Event event, String name) {
        var id = event.uuid(name);
        if (id == null) {
            throw new IllegalStateException("Event " + event.id() + " does not say whose it is");
        }
        return id;
    }

    private static String said(Event event, String name) {
        var text = event.text(name);
        return text == null ? "" : text;
    }

    private static Occurrence one(Event event, String kind, @Nullable UUID team, int stock) {
        return occurrence(event, kind, team, stock, null, "", List.of());
    }

    private static Occurrence timed(Event event, String kind, @Nullable UUID team, int stock, String measure) {
        var working = (int) event.number("workingMinutes", 0);
        var late = event.flag("late");
        var label = said(event, "priorityLabel");
        var counts = new ArrayList<>(List.of(Count.value(measure, (int) event.number("minutes", 0)), Count.value(measure + "-working", working).of(label)));
        if (late != null) {
            counts.add(Count.one(measure + (late ? "-late" : "-in-time")));
        }
        return occurrence(event, kind, team, stock, working, label, counts);
    }

    private static Occurrence occurrence(Event event, String kind, @Nullable UUID team, int stock, @Nullable Integer minutes, String label, List<Count> counts) {
        var service = event.uuid("service");
        if (service == null || team == null) {
            throw new IllegalStateException("Event " + event.id() + " does not say whose it is");
        }
        return new Occurrence(event.id(), kind, service, team, event.subject(), event.at().atZone(Tenant.current().zone()).toLocalDate(), stock, minutes,
                event.flag("late"), label, counts);
    }
}
