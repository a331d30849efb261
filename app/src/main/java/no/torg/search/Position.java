package no.torg.search;

import java.util.Map;
import java.util.UUID;

/**
 * How far in the log the index is: all events up to and with this one are in it.
 *
 * @param epoch changes with a restore or fail-over; positions of two epochs cannot be compared
 * @param xid   transaction number of the last event
 */
record Position(long epoch, long xid, UUID event) {

    Map<String, String> asMap() {
        return Map.of("epoch", Long.toString(epoch), "xid", Long.toString(xid), "event", event.toString());
    }

    static Position of(Map<String, String> map) {
        return new Position(Long.parseLong(map.get("epoch")), Long.parseLong(map.get("xid")), UUID.fromString(map.get("event")));
    }
}
