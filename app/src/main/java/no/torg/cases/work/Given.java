package no.torg.cases.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.cases.CaseState;
import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;

/** Values as forms and the API give them; what cannot be read is invalid, by the field's name. */
final class Given {

    private Given() {
    }

    /** A value that must be there. */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Invalid(field, "web.invalid.missing");
        }
        return value;
    }

    /** A state by its code. */
    static CaseState state(String field, @Nullable String code) {
        required(field, code);
        return Arrays.stream(CaseState.values()).filter(state -> state.code().equals(code)).findFirst().orElseThrow(() -> new Invalid(field, "web.invalid.choice",
                Arrays.stream(CaseState.values()).map(CaseState::code).collect(Collectors.joining(", "))));
    }

    /** An id; empty is none. */
    static @Nullable UUID id(String field, String text) {
        try {
            return text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new Invalid(field, "web.invalid.type");
        }
    }

    /** One of an enum's, by its name in lower case with hyphens; missing is {@code otherwise}. */
    static <E extends Enum<E>> E choice(String field, @Nullable String code, E otherwise) {
        if (code == null) {
            return otherwise;
        }
        var all = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all).filter(one -> code(one).equals(code)).findFirst()
                .orElseThrow(() -> new Invalid(field, "web.invalid.choice", Arrays.stream(all).map(Given::code).collect(Collectors.joining(", "))));
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
