package no.torg.migration;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Titles with columns in braces: what is missing leaves no trace of the punctuation about it. */
final class Titles {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern LOOSE = Pattern.compile("(?:\\s*[,:;–-])+\\s*(?=[,:;–-]|$)|^(?:\\s*[,:;–-])+\\s*");

    private Titles() {
    }

    /** The columns that a title names. */
    static Stream<String> columns(String title) {
        return COLUMN.matcher(title).results().map(found -> found.group(1));
    }

    static String fill(String title, Function<String, @Nullable String> value) {
        var filled = COLUMN.matcher(title).replaceAll(found -> {
            var said = value.apply(found.group(1));
            return said == null ? "" : Matcher.quoteReplacement(said);
        });
        return LOOSE.matcher(filled).replaceAll("").strip();
    }
}
