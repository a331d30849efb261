package no.torg.forms;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import no.torg.forms.Component.DateField;
import org.jspecify.annotations.Nullable;

/** The earliest and latest that dates may be, worked out when the other answers are known. */
final class DateLimits {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final ZonedDateTime now;
    private final Map<String, Evaluation.Limits> found = new LinkedHashMap<>();

    DateLimits(ZonedDateTime now) {
        this.now = now;
    }

    Map<String, Evaluation.Limits> found() {
        return found;
    }

    /** Too early or too late, or {@code null}; fields without such limits are always right. */
    @Nullable AnswerError check(Component.Field field, Answer answer, Map<String, @Nullable Object> names, String path) {
        if (!(field instanceof DateField date) || date.earliest() == null && date.latest() == null) {
            return null;
        }
        var earliest = limit(date, date.earliest(), names, false);
        var latest = limit(date, date.latest(), names, true);
        found.put(path, new Evaluation.Limits(text(earliest), text(latest)));
        if (answer.typed() == null) {
            return null;
        }
        if (earliest != null && compare(answer.typed(), earliest) < 0) {
            return AnswerError.of("too-early", local(earliest));
        }
        return latest != null && compare(answer.typed(), latest) > 0 ? AnswerError.of("too-late", local(latest)) : null;
    }

    // a day as the limit of a moment means the whole day
    private @Nullable Object limit(DateField field, @Nullable Feel feel, Map<String, @Nullable Object> names, boolean latest) {
        var value = feel == null ? null : feel.evaluate(names, now);
        return switch (field.kind()) {
            case DATE -> value instanceof ZonedDateTime moment ? moment.toLocalDate() : value instanceof LocalDate ? value : null;
            case TIME -> value instanceof LocalTime ? value : null;
            case DATE_TIME -> value instanceof LocalDate day ? (latest ? day.atTime(23, 59, 59) : day.atStartOfDay()).atZone(now.getZone())
                : value instanceof ZonedDateTime ? value : null;
        };
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object answer, Object limit) {
        return ((Comparable<Object>) answer).compareTo(limit);
    }

    private static Object local(Object limit) {
        return limit instanceof ZonedDateTime moment ? moment.toLocalDateTime() : limit;
    }

    private static String text(@Nullable Object limit) {
        return switch (limit) {
            case null -> "";
            case ZonedDateTime moment -> MINUTES.format(moment);
            default -> limit.toString();
        };
    }
}
