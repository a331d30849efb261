package no.torg.forms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as it was written, and the line (from 1) where it stands: text, number, truth, nothing, a list or a map of located values. */
public record Located(@Nullable Object value, int line) {

    /** The entries if this is a map, else none. */
    @SuppressWarnings("unchecked")
    public Map<String, Located> map() {
        return value instanceof Map<?, ?> map ? (Map<String, Located>) map : Map.of();
    }

    /** The items if this is a list, else none. */
    @SuppressWarnings("unchecked")
    public List<Located> list() {
        return value instanceof List<?> list ? (List<Located>) list : List.of();
    }

    /** The text, or {@code null} if this is not a text. */
    public @Nullable String text() {
        return value instanceof String text ? text : null;
    }

    /** The number, or {@code null} if this is not a number. */
    public @Nullable BigDecimal number() {
        return value instanceof BigDecimal number ? number : null;
    }

    /** What stands under the key of a map, or {@code null}. */
    public @Nullable Located get(String key) {
        return map().get(key);
    }

    /** The text under the key of a map, or {@code null}. */
    public @Nullable String text(String key) {
        var found = get(key);
        return found == null ? null : found.text();
    }

    /** The line of the value under a JSON pointer's steps; the nearest that exists if the pointer leads further. */
    public int lineOf(List<String> steps) {
        var here = this;
        for (var step : steps) {
            var next = here.value instanceof List<?> ? here.item(step) : here.get(step);
            if (next == null) {
                break;
            }
            here = next;
        }
        return here.line;
    }

    /** The same without lines: maps, lists, texts, numbers, truths and {@code null}. */
    public @Nullable Object plain() {
        return switch (value) {
            case Map<?, ?> _ -> {
                var plain = new LinkedHashMap<String, @Nullable Object>();
                map().forEach((key, inner) -> plain.put(key, inner.plain()));
                yield plain;
            }
            case List<?> _ -> list().stream().map(Located::plain).toList();
            case null, default -> value;
        };
    }

    private @Nullable Located item(String step) {
        int index = step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : -1;
        return index >= 0 && index < list().size() ? list().get(index) : null;
    }
}
