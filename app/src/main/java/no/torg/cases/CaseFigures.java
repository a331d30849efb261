package no.torg.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.torg.events.Consumer;
import no.torg.events.Event;
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
    /** The measures of how many; they are also the kinds of what happened. */
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
        return Set.of("cases.opened", "cases.first-replied", "cases.moved", "cases.resolved", "cases.reopened");
    }

    @Override
    public void deliver(List<Event> events) {
        metrics.record(events.stream().flatMap(event -> of(event).stream()).toList());
    }

    /** What an event counts as. */
    static List<Occurrence> of(Event event) {
        var team = event.uuid("team");
        return switch (event.type()) {
            case "cases.opened" -> List.of(one(event, OPENED, team, 1));
            case "cases.reopened" -> List.of(one(event, REOPENED, team, 1));
            case "cases.first-replied" -> List.of(timed(event, FIRST_REPLIED, team, 0, FIRST_REPLY));
            case "cases.resolved" -> List.of(timed(event, RESOLVED, team, -1, RESOLUTION));
            // one that is moved while resolved lies with nobody; should it be reopened, it is so in its new team
            case "cases.moved" -> event.flag("open") != Boolean.TRUE ? List.of()
                    : List.of(one(event, MOVED_OUT, event.uuid("from"), -1), one(event, MOVED_IN, event.uuid("to"), 1));
            default -> List.of();
        };
    }

    private static Occurrence one(Event event, String kind, @Nullable UUID team, int stock) {
        return occurrence(event, kind, team, stock, null, Map.of());
    }

    private static Occurrence timed(Event event, String kind, @Nullable UUID team, int stock, String measure) {
        var working = (int) event.number("workingMinutes", 0);
        var late = event.flag("late");
        var values = late == null ? Map.of(measure, (int) event.number("minutes", 0), measure + "-working", working)
                : Map.of(measure, (int) event.number("minutes", 0), measure + "-working", working, measure + (late ? "-late" : "-in-time"), 0);
        return occurrence(event, kind, team, stock, working, values);
    }

    private static Occurrence occurrence(Event event, String kind, @Nullable UUID team, int stock, @Nullable Integer minutes, Map<String, Integer> values) {
        var service = event.uuid("service");
        if (service == null || team == null) {
            throw new IllegalStateException("Event " + event.id() + " does not say whose it is");
        }
        return new Occurrence(event.id(), kind, service, team, event.subject(), event.at().atZone(Tenant.current().zone()).toLocalDate(), stock, minutes,
                event.flag("late"), values);
    }
}
