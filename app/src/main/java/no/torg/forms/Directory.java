package no.torg.forms;

import java.util.List;
import java.util.Set;

/** Finds the persons and units that people name in forms; whoever owns the form gives one that shows only what the asker may see. */
@FunctionalInterface
public interface Directory {

    /** Knows nobody. */
    Directory EMPTY = (kind, given, affiliations) -> List.of();

    /** Someone found: the id that is stored, the name, and a note that tells equal names apart (may be empty). */
    record Pick(String id, String name, String note) {}

    /**
     * Those that were meant by what was given, an id or what a person typed: one if it is certain, several (at most 20) to choose from, none if
     * there is nobody. A person has one of the affiliations, if any are listed.
     */
    List<Pick> find(Component.Picker.Kind kind, String given, Set<String> affiliations);
}
