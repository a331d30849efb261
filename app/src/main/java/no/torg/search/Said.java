package no.torg.search;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.torg.events.Position;
import org.jspecify.annotations.Nullable;

/** What a commit of the index says of itself: the format it is written in, and how far in the log it is. */
final class Said {

    private static final String FORMAT = "format";

    private Said() {
    }

    static Map<String, String> of(@Nullable Position position) {
        var said = new HashMap<>(Map.of(FORMAT, Integer.toString(Analysis.VERSION)));
        if (position != null) {
            said.putAll(Map.of("epoch", Integer.toString(position.epoch()), "xid", Long.toString(position.xid()), "event", position.id().toString()));
        }
        return said;
    }

    /** Nothing was said yet, or it was said by this version. */
    static boolean understood(Map<String, String> said) {
        return said.isEmpty() || Integer.toString(Analysis.VERSION).equals(said.get(FORMAT));
    }

    /** Null where it has nothing of the log. */
    static @Nullable Position position(Map<String, String> said) {
        return !said.containsKey("xid") ? null : new Position(Integer.parseInt(said.get("epoch")), Long.parseLong(said.get("xid")), UUID.fromString(said.get("event")));
    }
}
