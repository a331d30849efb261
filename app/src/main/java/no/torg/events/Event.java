package no.torg.events;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A row of the log: what happened, when in the world ({@code at}), to what, by whom.
 *
 * @param internal for staff only
 * @param data     ids, from and to; never free text or names
 */
public record Event(int tenant, UUID id, String subjectKind, UUID subject, String type, boolean internal, @Nullable UUID actor,
        @Nullable UUID onBehalfOf, Instant at, String origin, JsonNode data) {

    /** The id that {@code name} holds in the data, or null. */
    public @Nullable UUID uuid(String name) {
        var text = text(name);
        return text == null ? null : UUID.fromString(text);
    }

    /** The text that {@code name} holds in the data, or null. */
    public @Nullable String text(String name) {
        var node = data.get(name);
        return node == null || node.isNull() ? null : node.asString();
    }

    /** The whole number that {@code name} holds in the data, or {@code otherwise}. */
    public long number(String name, long otherwise) {
        var node = data.get(name);
        return node == null || !node.isNumber() ? otherwise : node.asLong();
    }

    /** What {@code name} says in the data, yes or no; null where it does not say. */
    public @Nullable Boolean flag(String name) {
        var node = data.get(name);
        return node == null || !node.isBoolean() ? null : node.asBoolean();
    }
}
