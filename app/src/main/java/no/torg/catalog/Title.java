package no.torg.catalog;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A title's ICU pattern in one language, parsed once, and the titles it gives. */
final class Title {

    private static final int LONGEST = 200;
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final String language;
    private final MessageFormat prototype;
    private final Set<String> dates = new HashSet<>();

    /** An {@link IllegalArgumentException} if the pattern is none. */
    Title(String pattern, String language) {
        this.language = language;
        this.prototype = new MessageFormat(pattern, ULocale.forLanguageTag(language));
        for (var name : prototype.getArgumentNames()) {
            if (prototype.getFormatByArgumentName(name) instanceof DateFormat) {
                dates.add(name);
            }
        }
    }

    /** The names of all places in the pattern, also inside its branches; an {@link IllegalArgumentException} if it is no ICU pattern. */
    static Set<String> places(String pattern) {
        var parsed = new MessagePattern(pattern);
        new MessageFormat(pattern, ULocale.ENGLISH);
        var places = new LinkedHashSet<String>();
        for (int i = 0; i < parsed.countParts(); i++) {
            var part = parsed.getPart(i);
            if (part.getType() == Part.Type.ARG_NAME || part.getType() == Part.Type.ARG_NUMBER) {
                places.add(parsed.getSubstring(part));
            }
        }
        return places;
    }

    /** The title with these values, at most 200 characters on one line; {@code otherwise} if they do not fit the pattern. */
    String written(Map<String, @Nullable Object> args, ZoneId zone, String otherwise) {
        try {
            // formats are not made for many threads
            var format = (MessageFormat) prototype.clone();
            if (!dates.isEmpty()) {
                for (var part : format.getFormats()) {
                    if (part instanceof DateFormat date) {
                        date.setTimeZone(TimeZone.getTimeZone(zone.getId()));
                    }
                }
            }
            var values = new HashMap<String, Object>();
            args.forEach((name, value) -> values.put(name, value(value, zone, dates.contains(name))));
            var text = BREAKS.matcher(format.format(values)).replaceAll(" ").strip();
            return text.isEmpty() ? otherwise : shortened(text);
        } catch (IllegalArgumentException unfit) {
            return otherwise;
        }
    }

    private Object value(@Nullable Object value, ZoneId zone, boolean asDate) {
        return switch (value) {
            case null -> "";
            case LocalDate date when asDate -> Date.from(date.atStartOfDay(zone).toInstant());
            case ZonedDateTime moment when asDate -> Date.from(moment.toInstant());
            case LocalDate date -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.forLanguageTag(language)).format(date);
            case ZonedDateTime moment -> value(moment.toLocalDate(), zone, false) + " " + moment.toLocalTime().withSecond(0).withNano(0);
            case LocalTime time -> time.toString();
            case List<?> list -> list.stream().map(each -> String.valueOf(value(each, zone, false))).collect(Collectors.joining(", "));
            case Boolean truth -> truth.toString();
            case Number number -> number;
            default -> value.toString();
        };
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }
}
