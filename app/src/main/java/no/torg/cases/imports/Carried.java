package no.torg.cases.imports;

import java.util.ArrayList;
import java.util.List;

import no.torg.cases.imports.ImportedEvent.Hands;
import no.torg.cases.imports.ImportedEvent.Sorting;
import no.torg.cases.imports.ImportedEvent.Times;

/**
 * Records as their case stood after them: what one leaves as it was is that of the one before. Found anew each time from what the records say
 * themselves, so that one which is found later and comes between carries on too.
 */
final class Carried {

    private Carried() {
    }

    /** The records of one case in their order, nothing left open. */
    static List<ImportedEvent> filled(List<ImportedEvent> ordered) {
        if (ordered.stream().allMatch(event -> event.unsaid().isEmpty())) {
            return ordered;
        }
        var filled = new ArrayList<ImportedEvent>(ordered.size());
        for (var event : ordered) {
            filled.add(filled.isEmpty() || event.unsaid().isEmpty() ? event : after(filled.getLast(), event));
        }
        return filled;
    }

    private static ImportedEvent after(ImportedEvent before, ImportedEvent event) {
        return new ImportedEvent(event.id(), event.order(), times(before, event), event.leaves("state") ? before.standing() : event.standing(), sorting(before, event),
                hands(before, event), event.counters(), event.unsaid(), event.digest(), event.outlived());
    }

    private static Times times(ImportedEvent before, ImportedEvent event) {
        var times = event.times();
        return new Times(times.at(), times.opened(), event.leaves("resolved") ? before.times().resolved() : times.resolved(),
                event.leaves("closed") ? before.times().closed() : times.closed(), times.ends(), times.worked());
    }

    private static Sorting sorting(ImportedEvent before, ImportedEvent event) {
        var priority = event.leaves("priority") ? before.sorting() : event.sorting();
        var channel = event.leaves("channel") ? before.sorting() : event.sorting();
        var impact = event.leaves("impact") ? before.sorting() : event.sorting();
        var urgency = event.leaves("urgency") ? before.sorting() : event.sorting();
        return new Sorting(priority.priority(), priority.priorityLabel(), channel.channel(), channel.channelLabel(), impact.impact(), urgency.urgency());
    }

    private static Hands hands(ImportedEvent before, ImportedEvent event) {
        var team = event.leaves("team") ? before.hands() : event.hands();
        var handler = event.leaves("handler") ? before.hands() : event.hands();
        var requester = event.leaves("requester") ? before.hands() : event.hands();
        return new Hands(team.team(), handler.handler(), requester.requester(), event.hands().actor());
    }
}
