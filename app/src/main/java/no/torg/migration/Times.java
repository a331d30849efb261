package no.torg.migration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import no.torg.migration.Mapping.Dates;
import org.jspecify.annotations.Nullable;

/** Reads times as a mapping says they are written. A time that the clocks skip in spring is taken an hour later, one that comes twice in autumn the first time. */
final class Times {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd").optionalStart().appendPattern("['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).optionalStart().appendOffset("+HH:mm", "Z").optionalEnd().optionalStart().appendOffset("+HHmm", "Z")
            .optionalEnd().optionalEnd().toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The languages that months and days may be written in. */
    static final List<String> LANGUAGES = List.of("da", "de", "en", "fi", "fr", "nb", "nn", "sv");

    /** Records of a case say the same times again and again. */
    private static final int KEPT = 4_000;

    private final Map<String, Optional<Instant>> lately = new HashMap<>();
    private final List<Format> formats;
    private final ZoneId zone;

    Times(Dates dates) {
        this.formats = dates.formats().stream().map(format -> Format.of(format, dates.language())).toList();
        this.zone = dates.zone();
    }

    /** Refuses formats that nothing can be read by ({@link IllegalArgumentException}). */
    static void check(List<String> formats, Locale language) {
        formats.forEach(format -> Format.of(format, language));
    }

    /** The time, or null if it is not written so or lies outside the years 1900 to 2199. */
    @Nullable Instant read(String text) {
        var known = lately.get(text);
        if (known == null) {
            if (lately.size() >= KEPT) {
                lately.clear();
            }
            // clocks of twelve hours are written with narrow spaces, and what was copied from pages with hard ones
            known = Optional.ofNullable(parsed(text.replace('\u202F', ' ').replace('\u00A0', ' ')));
            lately.put(text, known);
        }
        return known.orElse(null);
    }

    private @Nullable Instant parsed(String text) {
        for (var format : formats) {
            var found = format.read(text, zone);
            if (found != null && !found.isBefore(EARLIEST) && found.isBefore(LATEST)) {
                return found;
            }
        }
        return null;
    }

    private interface Format {

        @Nullable Instant read(String text, ZoneId zone);

        static Format of(String written, Locale language) {
            return switch (written) {
                case "iso" -> by(ISO);
                case "epoch-seconds" -> epoch(1_000);
                case "epoch-millis" -> epoch(1);
                default -> by(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(written.replace('y', 'u')).toFormatter(language)
                        .withResolverStyle(ResolverStyle.STRICT));
            };
        }

        private static Format by(DateTimeFormatter formatter) {
            return (text, zone) -> {
                try {
                    return instant(formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from), zone);
                } catch (DateTimeException unreadable) {
                    return null;
                }
            };
        }

        private static Format epoch(long millis) {
            return (text, zone) -> text.matches("-?[0-9]{1,14}") ? Instant.ofEpochMilli(Long.parseLong(text) * millis) : null;
        }

        private static Instant instant(TemporalAccessor found, ZoneId zone) {
            return switch (found) {
                case ZonedDateTime with -> with.toInstant();
                case LocalDateTime local -> local.atZone(zone).toInstant();
                default -> LocalDate.from(found).atStartOfDay(zone).toInstant();
            };
        }
    }
}
