package no.torg.live;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.torg.events.Event;

/** A seam: a module whose subjects change tells by which name pages know them, and by which terms people may hear of it. One per kind. */
public interface Topics {

    /** The kind of subject, as the log's events name it. */
    String kind();

    /** Whom a change of each subject concerns, in one statement; a subject that is gone is left out. */
    Map<UUID, Concerned> concerned(Set<UUID> subjects);

    /** Terms of those from whose lists the event took its subject: they hear that the list changed, not of what. */
    Set<String> left(Event event);

    /**
     * Whom a change concerns.
     *
     * @param topic what pages listen for, as {@code case:2026-004711}
     * @param own   terms of those whose own it is: they hear of nothing internal, whatever else they are
     * @param staff terms of those who work with it
     * @param list  what the lists of those who work with it listen for, as {@code work}
     */
    record Concerned(String topic, Set<String> own, Set<String> staff, String list) {
    }
}
