package no.torg.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields of what comes in, over the API or from a terminal: what cannot be taken is {@link Invalid} by the field's name. */
public final class Fields {
    private Fields() {}

    /** A value that must be there. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) throw new Invalid(field, "web.invalid.missing");
        return value;
    }

    /** A line of text that must be there, stripped: 1 to {@code most} characters, none of them a control character. */
    public static String text(String field, @Nullable String value, int most) {
        return optional(field, value, most).orElseThrow(() -> new Invalid(field, "web.invalid.missing"));
    }

    /** A line of text as {@link #text} has it, or none where nothing but space was given. */
    public static Optional<String> optional(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank()) return Optional.empty();
        var stripped = value.strip();
        if (stripped.chars().anyMatch(Character::isISOControl)) throw new Invalid(field, "web.invalid.control");
        if (stripped.length() > most) throw new Invalid(field, "web.invalid.length", most);
        return Optional.of(stripped);
    }

    /** One of those named. */
    public static String choice(String field, @Nullable String value, List<String> choices) {
        if (!choices.contains(required(field, value))) throw new Invalid(field, "web.invalid.choice", String.join(", ", choices));
        return value;
    }

    /** A whole number from {@code least} to {@code most}. */
    public static int range(String field, @Nullable Integer value, int least, int most) {
        if (required(field, value) < least || value > most) throw new Invalid(field, "web.invalid.range", least, most);
        return value;
    }

    /** A language by its code. */
    public static Language language(String field, @Nullable String code) {
        return Language.of(choice(field, code == null ? null : code.toLowerCase(Locale.ROOT), List.of("nb", "nn", "en"))).orElseThrow();
    }
}
