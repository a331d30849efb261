package no.torg.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import no.torg.forms.Component.Checkbox;
import no.torg.forms.Component.Checklist;
import no.torg.forms.Component.ChoiceField;
import no.torg.forms.Component.DateField;
import no.torg.forms.Component.Field;
import no.torg.forms.Component.FilePicker;
import no.torg.forms.Component.NumberField;
import no.torg.forms.Component.Picker;
import no.torg.forms.Component.Rows;
import no.torg.forms.Component.TextField;
import org.jspecify.annotations.Nullable;

/** Reads what was given for one field – text from a page, or typed JSON – as the type the field has. */
final class AnswerReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}([.,][0-9]{1,10})?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2009\\u202f]+");
    private static final Pattern NORWEGIAN = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Asking asking;

    AnswerReader(Asking asking) {
        this.asking = asking;
    }

    /** The answer; {@link Answer#NONE} if nothing was given. */
    Answer read(Field field, @Nullable Object given) {
        if (isNothing(given)) {
            return Answer.NONE;
        }
        return switch (field) {
            case TextField text -> text(text, given);
            case NumberField number -> number(number, given);
            case DateField date -> date(date, given);
            case ChoiceField choice -> choice(choice, given);
            case Checklist list -> checklist(list, given);
            case Checkbox _ -> checkbox(given);
            case FilePicker files -> files(files, given);
            case Picker picker -> picked(picker, given);
            case Rows _ -> throw new IllegalArgumentException("rows are read by their fields");
        };
    }

    /** True for null, blank text and the empty list. */
    static boolean isNothing(@Nullable Object given) {
        return given == null || given instanceof String text && text.isBlank() || given instanceof List<?> list && list.isEmpty();
    }

    private static Answer text(TextField field, Object given) {
        if (!(given instanceof String text) || !isStorable(text)) {
            return Answer.wrong("not-text");
        }
        var checked = TextChecks.check(field.kind(), text);
        int length = text.codePointCount(0, text.length());
        if (length > field.maxLength()) {
            return Answer.wrong("too-long", field.maxLength(), length);
        }
        return length < field.minLength() ? Answer.wrong("too-short", field.minLength(), length) : checked;
    }

    private static Answer number(NumberField field, Object given) {
        var number = switch (given) {
            case String text -> number(SPACES.matcher(text).replaceAll(""));
            case BigDecimal exact when exact.precision() > 40 || Math.abs(exact.scale()) > 40 -> null;
            case BigDecimal exact -> number(exact.toPlainString());
            case Double wide when Double.isFinite(wide) && Math.abs(wide) < 1e15 -> number(BigDecimal.valueOf(wide).toPlainString());
            case Number any -> number(any.toString());
            default -> null;
        };
        if (number == null) {
            return Answer.wrong("not-a-number");
        }
        if (field.decimals() == 0 && number.scale() > 0) {
            return Answer.wrong("not-a-whole-number");
        }
        if (field.decimals() > 0 && number.scale() > field.decimals()) {
            return Answer.wrong("too-many-decimals", field.decimals());
        }
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            return Answer.wrong("too-small", field.min());
        }
        if (field.max() != null && number.compareTo(field.max()) > 0) {
            return Answer.wrong("too-large", field.max());
        }
        return Answer.of(number, number.scale() == 0 ? (Object) number.longValueExact() : number);
    }

    private static @Nullable BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        var number = new BigDecimal(text.replace(',', '.')).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private Answer date(DateField field, Object given) {
        var wrong = field.kind() == DateField.Kind.TIME ? "not-a-time" : "not-a-date";
        if (!(given instanceof String text) || text.length() > 40) {
            return Answer.wrong(wrong);
        }
        try {
            return switch (field.kind()) {
                case DATE -> {
                    var date = sane(day(text.strip()));
                    yield Answer.of(date, date.toString());
                }
                case TIME -> {
                    var time = LocalTime.parse(text.strip().replaceFirst("^([0-9]{1,2})\\.([0-9]{2})$", "$1:$2"));
                    yield Answer.of(time, time.toString());
                }
                case DATE_TIME -> {
                    var moment = LocalDateTime.parse(text.strip().replace(' ', 'T'));
                    sane(moment.toLocalDate());
                    yield Answer.of(moment.atZone(asking.zone()), moment.getSecond() == 0 ? MINUTES.format(moment) : moment.toString());
                }
            };
        } catch (DateTimeException notOne) {
            return Answer.wrong(wrong);
        }
    }

    // browsers without a date field let people write it as they do on paper
    private static LocalDate day(String text) {
        var norwegian = NORWEGIAN.matcher(text);
        return norwegian.matches()
            ? LocalDate.of(Integer.parseInt(norwegian.group(3)), Integer.parseInt(norwegian.group(2)), Integer.parseInt(norwegian.group(1)))
            : LocalDate.parse(text);
    }

    private static LocalDate sane(LocalDate date) {
        if (date.getYear() < 1900 || date.getYear() > 2199) {
            throw new DateTimeException("beyond the years that calendars know");
        }
        return date;
    }

    private static Answer choice(ChoiceField field, Object given) {
        return given instanceof String value && field.choices().stream().anyMatch(choice -> choice.value().equals(value))
            ? Answer.of(value) : Answer.wrong("not-a-choice");
    }

    private static Answer checklist(Checklist field, Object given) {
        var texts = texts(given);
        if (texts == null || texts.size() > FeelLimits.ANSWER_ITEMS) {
            return Answer.wrong("not-a-choice");
        }
        var known = field.choices().stream().map(Component.Choice::value).toList();
        var chosen = List.copyOf(new LinkedHashSet<>(texts));
        return known.containsAll(chosen) ? Answer.of(chosen) : Answer.wrong("not-a-choice");
    }

    private static Answer checkbox(Object given) {
        return switch (given) {
            case Boolean truth -> Answer.of(truth);
            case String text when text.equals("true") || text.equals("on") -> Answer.of(true);
            case String text when text.equals("false") -> Answer.of(false);
            default -> Answer.wrong("not-a-choice");
        };
    }

    private static Answer files(FilePicker field, Object given) {
        var names = texts(given);
        if (names == null || names.stream().anyMatch(name -> name.length() > 200 || name.isBlank() || !isStorable(name))) {
            return Answer.wrong("not-a-file");
        }
        int most = field.multiple() ? FilePicker.MOST : 1;
        return names.size() > most ? Answer.wrong("too-many", most) : Answer.of(List.copyOf(names));
    }

    private Answer picked(Picker picker, Object given) {
        var wrong = picker.kind() == Picker.Kind.PERSON ? "not-a-person" : "not-a-unit";
        if (!(given instanceof String text) || text.length() > 200 || !isStorable(text)) {
            return Answer.wrong(wrong);
        }
        var found = asking.directory().find(picker.kind(), text.strip(), picker.affiliations());
        if (found.size() > 1) {
            return new Answer(null, null, AnswerError.of("several-found", found.size()), found);
        }
        return found.isEmpty() ? Answer.wrong(wrong) : new Answer(found.getFirst().id(), found.getFirst().id(), null, found);
    }

    private static @Nullable List<String> texts(Object given) {
        if (given instanceof String text) {
            return List.of(text);
        }
        if (!(given instanceof List<?> list) || list.size() > FeelLimits.ANSWER_ITEMS) {
            return null;
        }
        var texts = new ArrayList<String>();
        for (var each : list) {
            if (!(each instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    // the database keeps no NUL, and half a surrogate pair would not come back as it came
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == 0 || Character.isLowSurrogate(letter)) {
                return false;
            }
            if (Character.isHighSurrogate(letter) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }
}
