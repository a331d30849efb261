package no.torg.house;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The floors of the house and their rooms, and the few edges that business modules may have among themselves (docs/modules.md). */
enum Floor {

    FACES("Faces", "portal", "insight", "migration", "setup", "api", "demo"),
    BUSINESS("Business", "catalog", "cases", "mailroom", "knowledge", "rooms", "projects", "programmes", "operations", "bookings", "invoices", "customers",
            "learning"),
    BLOCKS("Building blocks", "conversations", "forms", "flows", "calendars", "documents", "archive", "surveys", "metrics", "sheets"),
    GROUND("Ground", "tenancy", "people", "events", "audit", "files", "search", "notifications", "live", "web", "verbs");

    private static final Map<String, Set<String>> EDGES = Map.of(
            "cases", Set.of("catalog"),
            "mailroom", Set.of("cases"), "bookings", Set.of("cases"), "operations", Set.of("cases"), "customers", Set.of("cases"),
            "rooms", Set.of("cases"), "knowledge", Set.of("cases", "catalog"), "learning", Set.of("catalog"), "programmes", Set.of("cases", "projects"));

    private final String title;
    private final List<String> rooms;

    Floor(String title, String... rooms) {
        this.title = title;
        this.rooms = List.of(rooms);
    }

    String title() {
        return title;
    }

    /** The floor of a module or of one nested in it; a module without one is a fault. */
    static Floor of(String module) {
        for (var floor : values()) {
            if (floor.rooms.contains(top(module))) {
                return floor;
            }
        }
        throw new AssertionError("The module " + module + " has no floor; architecture and Floor must give it one");
    }

    /** Whether one module may use another: what lies below, and beside only on the ground, among the blocks, and along the named edges. */
    static boolean allows(String user, String used) {
        var above = of(user);
        var below = of(used);
        if (above != below) {
            return above.ordinal() < below.ordinal();
        }
        return top(user).equals(top(used)) || above != BUSINESS || EDGES.getOrDefault(top(user), Set.of()).contains(top(used));
    }

    private static String top(String module) {
        return module.split("\\.", 2)[0];
    }
}
