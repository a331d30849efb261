package no.torg.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.CaseFigures;
import no.torg.events.Event;

/** Counts the filled log by the product's own reading of an event, and hands the sums over at the end. */
final class Tallied {

    private static final Set<String> TYPES = Set.of("cases.opened", "cases.first-replied", "cases.moved", "cases.resolved", "cases.reopened", "cases.assigned",
            "cases.prioritised", "cases.state-changed", "cases.waiting-began", "cases.waiting-ended", "cases.closed");

    private final Copies copies;
    private final Map<Key, long[]> sums = new HashMap<>();

    private record Key(String measure, UUID scope, UUID part, Object day, String label, int value) {
    }

    Tallied(Copies copies) {
        this.copies = copies;
    }

    void count(Event event) {
        if (!TYPES.contains(event.type())) {
            return;
        }
        for (var one : CaseFigures.of(event)) {
            // of these there are no traces, only sums
            if (!one.kind().equals(CaseFigures.CHANGED)) {
                copies.row("metrics.occurrence (kind, scope_id, day, event_id, part_id, subject_id, stock, minutes, late, label)", one.kind(), one.scope(), one.day(), one.event(),
                        one.part(), one.subject(), one.stock(), one.minutes(), one.late(), one.label());
            }
            add(new Key(one.kind(), one.scope(), one.part(), one.day(), one.label(), 0), 1);
            if (one.stock() != 0) {
                add(new Key(CaseFigures.BACKLOG, one.scope(), one.part(), one.day(), "", 0), one.stock());
            }
            one.counts().forEach(count -> add(new Key(count.measure(), one.scope(), count.part() == null ? one.part() : count.part(), one.day(), count.label(), count.value()),
                    count.n()));
        }
    }

    private void add(Key key, long n) {
        sums.computeIfAbsent(key, none -> new long[1])[0] += n;
    }

    /** Hands over what was counted, when it has become much or at the end; {@code bench.tally} is summed up afterwards. */
    void hand(int most) {
        if (sums.size() >= most) {
            sums.forEach((key, n) -> copies.row("bench.tally (measure, scope_id, part_id, day, label, minutes, n)", key.measure(), key.scope(), key.part(), key.day(), key.label(),
                    key.value(), n[0]));
            sums.clear();
        }
    }
}
