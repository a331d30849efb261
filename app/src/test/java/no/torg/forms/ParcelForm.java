package no.torg.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A form with every type of component, and a small directory. */
final class ParcelForm {

    static final Form FORM = Objects.requireNonNull(Forms.read(bytes()).form());

    private ParcelForm() {}

    static byte[] bytes() {
        try (var in = ParcelForm.class.getResourceAsStream("/folders/parcel-locker/form.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static Asking asking(String affiliation) {
        return new Asking(new Asking.Person(affiliation, "library", "nb"), Instant.parse("2026-11-19T11:11:00Z"), ZoneId.of("Europe/Oslo"), ParcelForm::find);
    }

    /** Evaluates right answers with these put in their place; an employee asks. */
    static Evaluation with(Object... changes) {
        return Forms.evaluate(FORM, right(changes), asking("employee"));
    }

    static Map<String, @Nullable Object> right(Object... changes) {
        var given = new LinkedHashMap<String, @Nullable Object>(Map.of("size", "small", "rules", true, "wanted", "2026-11-30"));
        for (int i = 0; i < changes.length; i += 2) {
            given.put((String) changes[i], changes[i + 1]);
        }
        return given;
    }

    private static List<Directory.Pick> find(Component.Picker.Kind kind, String given, Set<String> affiliations) {
        return switch (kind) {
            case PERSON -> switch (given) {
                case "p1", "Siv Breivik" -> affiliations.contains("employee") ? List.of(new Directory.Pick("p1", "Siv Breivik", "Biologi")) : List.of();
                case "Siv" -> List.of(new Directory.Pick("p1", "Siv Breivik", "Biologi"), new Directory.Pick("p2", "Siv Dahl", "Fysikk"));
                default -> List.of();
            };
            case UNIT -> given.equals("u1") ? List.of(new Directory.Pick("u1", "Biblioteket", "")) : List.of();
        };
    }
}
