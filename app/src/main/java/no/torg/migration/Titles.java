package no.torg.migration;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Titles with columns in braces: what is missing leaves no trace of the punctuation about it. Of a long value only its beginning is of use. */
final class Titles {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern SPACES = Pattern.compile("\\s++");
    /** In a text without two spaces in a row: marks at the beginning, and each that another or the end follows. */
    private static final Pattern LOOSE = Pattern.compile("^(?: ?[,:;–-])++ ?| ?[,:;–-] ?(?=[,:;–-]|$)");

    private Titles() {
    }

    /** The columns that a title names. */
    static Stream<String> columns(String title) {
        return COLUMN.matcher(title).results().map(found -> found.group(1));
    }

    static String fill(String title, Function<String, @Nullable String> value) {
        var filled = COLUMN.matcher(title).replaceAll(found -> {
            var said = value.apply(found.group(1));
            return said == null ? "" : Matcher.quoteReplacement(shortened(said));
        });
        return LOOSE.matcher(SPACES.matcher(filled).replaceAll(" ")).replaceAll("").strip();
    }

    private static String shortened(String said) {
        var plain = SPACES.matcher(said).replaceAll(" ");
        return plain.substring(0, Math.min(plain.length(), Rows.LONGEST_WORD));
    }
}
