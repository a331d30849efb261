package no.torg.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Light or dark, or as the person's device has it. */
public enum Scheme {
    AUTO, LIGHT, DARK;

    /** The value of {@code data-color-scheme} and of the cookie. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scheme> of(@Nullable String code) {
        return Arrays.stream(values()).filter(scheme -> scheme.code().equals(code)).findFirst();
    }
}
