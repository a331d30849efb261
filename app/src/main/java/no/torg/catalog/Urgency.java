package no.torg.catalog;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How soon a case must be dealt with; the columns of the priority matrix. */
public enum Urgency {
    LOW, NORMAL, HIGH, CRITICAL;

    /** The urgency with this code, such as {@code normal}, or {@code null}. */
    public static @Nullable Urgency of(@Nullable Object code) {
        return Stream.of(values()).filter(urgency -> urgency.code().equals(code)).findFirst().orElse(null);
    }

    /** As it is written and stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
