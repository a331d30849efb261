package no.torg.demo;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A piece of the world's file, read by name: a map of texts, lists and maps. */
record Told(Map<String, Object> entries) {

    @SuppressWarnings("unchecked")
    static Told of(Object map) {
        return new Told((Map<String, Object>) map);
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    String text(String name) {
        return String.valueOf(entries.get(name));
    }

    @Nullable String textOrNull(String name) {
        var value = entries.get(name);
        return value == null ? null : value.toString();
    }

    double number(String name) {
        return ((Number) entries.get(name)).doubleValue();
    }

    Told map(String name) {
        return of(entries.getOrDefault(name, Map.of()));
    }

    List<Told> list(String name) {
        return ((List<?>) entries.getOrDefault(name, List.of())).stream().map(Told::of).toList();
    }

    List<String> texts(String name) {
        return ((List<?>) entries.getOrDefault(name, List.of())).stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked")
    Map<String, String> names(String name) {
        return (Map<String, String>) entries.getOrDefault(name, Map.of());
    }
}
