package no.torg.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Takes deliveries: effects inside the database that must follow an event, once. A seam; one bean an effect. Handling and the removal of
 * the deliveries are one transaction, bound to the events' tenant.
 */
public interface Consumer {

    /** Its lasting name, as {@code notifications.case-news}; deliveries are kept under it. */
    String name();

    /** The event types it takes. */
    Set<String> types();

    /** When the delivery falls due; at once unless the event names a later time. Null: this event is none of its business. */
    default @Nullable Instant due(NewEvent event) {
        return event.at();
    }

    /** Whether deliveries on one subject must come in the log's order. */
    default boolean ordered() {
        return false;
    }

    /** Does what follows from the events, all of one tenant, in the log's order; throws to have them tried again one by one. */
    void deliver(List<Event> events);
}
