package no.torg.forms.views;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a form as the page shows it.
 *
 * @param id the id of the piece; inside rows {@code list-0-id}, so that it is one of its kind on the page
 * @param name the name of the HTML control; empty for groups and texts
 * @param path how errors name it: the key, inside rows {@code list.0.key}
 * @param label the label, or the text of a piece that is only read
 * @param values what was given, as text; a picker's is the id when it was found
 * @param shown what a picker shows for its value: the name, or what was typed
 * @param min the least number, or the earliest date or time as HTML has it; empty if there is no limit
 * @param max the greatest number, or the latest date or time
 * @param minLength the least number of characters, 0 for none
 * @param maxLength the greatest number of characters, 0 for none
 * @param step what HTML calls step; empty if there is none
 * @param autocomplete what HTML calls autocomplete; empty if nothing is known
 * @param followUp true if it is asked only because of other answers
 * @param fields the pieces of a group
 * @param rows the rows of a dynamic list
 */
public record FieldView(String id, String name, String path, Kind kind, String label, String description, boolean required, List<String> values,
    String shown, List<ChoiceView> choices, @Nullable ErrorView error, String min, String max, int minLength, int maxLength, String step,
    String autocomplete, boolean multiple, String accept, boolean followUp, List<FieldView> fields, List<RowView> rows) {

    /** What it is; the controls are named as HTML names them. */
    public enum Kind {
        TEXT, TEXTAREA, EMAIL, TEL, DIGITS, NUMBER, DATE, TIME, DATETIME, SELECT, RADIO, CHECKBOX, CHECKLIST, FILES, PERSON, UNIT, GROUP, ROWS, READ
    }

    /** A choice, and whether it is chosen; for a picker that found several, one of those. */
    public record ChoiceView(String value, String label, String note, boolean chosen) {}

    /** A row of a dynamic list, counted from 0. */
    public record RowView(int index, List<FieldView> fields) {}

    /** The value of a piece that has at most one; empty if there is none. */
    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** True if a box is ticked. */
    public boolean ticked() {
        return value().equals("true") || value().equals("on");
    }

    /** The endings of the files it takes, as people write them: "PDF, PNG"; empty where all kinds are taken, or more than endings are named. */
    public String kinds() {
        var endings = Arrays.stream(accept.split(",")).map(String::strip).toList();
        return endings.stream().allMatch(ending -> ending.matches("\\.[A-Za-z0-9]+"))
            ? endings.stream().map(ending -> ending.substring(1).toUpperCase(Locale.ROOT).replace("JPEG", "JPG")).distinct().collect(Collectors.joining(", ")) : "";
    }

    /** True if this or anything inside it is wrong. */
    public boolean hasError() {
        return all().anyMatch(field -> field.error != null);
    }

    /** This and everything inside it, in order. */
    public Stream<FieldView> all() {
        var inside = Stream.concat(fields.stream(), rows.stream().flatMap(row -> row.fields().stream()));
        return Stream.concat(Stream.of(this), inside.flatMap(FieldView::all));
    }
}
