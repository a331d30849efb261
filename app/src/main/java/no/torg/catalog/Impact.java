package no.torg.catalog;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many a case concerns; the rows of the priority matrix. */
public enum Impact {
    INDIVIDUAL, GROUP, UNIT, ORGANISATION;

    /** The impact with this code, such as {@code individual}, or {@code null}. */
    public static @Nullable Impact of(@Nullable Object code) {
        return Stream.of(values()).filter(impact -> impact.code().equals(code)).findFirst().orElse(null);
    }

    /** As it is written and stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
