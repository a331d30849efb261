package no.torg.forms;

import java.util.Map;

/** A form's texts in one language, by the ids of its pieces. */
public record FormTexts(Map<String, Wording> byId) {

    /** What one piece says: its label (or its text, if it is only read), its description (may be empty) and its choices by value. */
    public record Wording(String label, String description, Map<String, String> values) {}

    /** The wording of a piece, empty if there is none. */
    public Wording of(String id) {
        return byId.getOrDefault(id, new Wording("", "", Map.of()));
    }
}
