package no.torg.forms;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.torg.forms.Component.Checkbox;
import no.torg.forms.Component.Checklist;
import no.torg.forms.Component.ChoiceField;
import no.torg.forms.Component.DateField;
import no.torg.forms.Component.FilePicker;
import no.torg.forms.Component.Group;
import no.torg.forms.Component.Head;
import no.torg.forms.Component.NumberField;
import no.torg.forms.Component.Picker;
import no.torg.forms.Component.Rows;
import no.torg.forms.Component.TextField;
import no.torg.forms.Component.TextField.Kind;
import no.torg.forms.Component.TextView;
import org.jspecify.annotations.Nullable;

/** Makes components of what stands in the file, one type after the other. */
final class ComponentReader {

    /** How long an answer may be that sets no limit itself, in characters. */
    static final int LINE = 500;
    static final int LINES = 20_000;
    private static final int LONGEST = 50_000;
    private static final int LONGEST_LABEL = 300;
    private static final int LONGEST_TEXT = 5_000;

    private static final Set<String> ALWAYS = Set.of("type", "id", "conditional", "properties", "layout");
    private static final Map<String, Set<String>> PROPERTIES = Map.ofEntries(
        entry("textfield", Set.of("key", "label", "description", "validate")), entry("textarea", Set.of("key", "label", "description", "validate")),
        entry("number", Set.of("key", "label", "description", "validate", "decimalDigits")),
        entry("datetime", Set.of("key", "dateLabel", "timeLabel", "description", "validate", "subtype", "use24h", "timeInterval", "disallowPassedDates")),
        entry("select", Set.of("key", "label", "description", "validate", "values")),
        entry("radio", Set.of("key", "label", "description", "validate", "values")),
        entry("checklist", Set.of("key", "label", "description", "validate", "values")), entry("checkbox", Set.of("key", "label", "description", "validate")),
        entry("filepicker", Set.of("key", "label", "description", "validate", "accept", "multiple")),
        entry("group", Set.of("label", "description", "components", "showOutline")), entry("text", Set.of("text")),
        entry("dynamiclist", Set.of("path", "label", "description", "components", "showOutline", "isRepeating", "allowAddRemove", "defaultRepetitions")));
    private static final Map<String, Set<String>> VALIDATE = Map.of("textfield", Set.of("required", "minLength", "maxLength", "validationType"),
        "textarea", Set.of("required", "minLength", "maxLength"), "number", Set.of("required", "min", "max"));
    private static final Map<String, Set<String>> TORG = Map.of("textfield", Set.of("torg:picker", "torg:affiliation", "torg:check"),
        "datetime", Set.of("torg:earliest", "torg:latest"));

    private final List<Problem> problems;
    private final Set<String> rootKeys;
    private final Set<String> rowKeys;
    private boolean insideRows;

    ComponentReader(List<Problem> problems, Set<String> rootKeys, Set<String> rowKeys) {
        this.problems = problems;
        this.rootKeys = rootKeys;
        this.rowKeys = rowKeys;
    }

    /** The components that could be made; a problem for each that could not. */
    List<Component> components(List<Located> items) {
        var components = new ArrayList<Component>();
        for (var item : items) {
            var read = new Properties(item, problems);
            var type = read.text("type");
            if (!PROPERTIES.containsKey(type)) {
                problems.add(new Problem(item.lineOf(List.of("type")), "unknown component type \"" + FormReader.cut(type) + "\""));
                continue;
            }
            read.only(PROPERTIES.get(type), ALWAYS, "property");
            read.inside("validate").only(VALIDATE.getOrDefault(type, Set.of("required")), Set.of(), "validation");
            read.inside("conditional").only(Set.of("hide"), Set.of(), "condition");
            read.inside("properties").only(TORG.getOrDefault(type, Set.of()), Set.of(), "property");
            components.add(component(type, read, head(type, read)));
        }
        return components;
    }

    private Head head(String type, Properties read) {
        var subtype = read.text("subtype");
        var property = type.equals("datetime") ? (subtype.equals("time") ? "timeLabel" : "dateLabel") : type.equals("text") ? "text" : "label";
        var label = read.words(property, type.equals("text") ? LONGEST_TEXT : LONGEST_LABEL);
        if (label.isBlank()) {
            problems.add(new Problem(read.line(property), "the " + property + " of \"" + FormReader.cut(read.text("id")) + "\" is missing"));
        }
        var hide = read.inside("conditional").expression("hide", scope());
        return new Head(read.text("id"), read.text(type.equals("dynamiclist") ? "path" : "key"), label, read.words("description", LONGEST_TEXT),
            read.inside("validate").truth("required"), hide, read.line());
    }

    private Component component(String type, Properties read, Head head) {
        return switch (type) {
            case "textfield" -> textField(read, head);
            case "textarea" -> text(read, head, Kind.LINES, LINES);
            case "number" -> number(read.inside("validate"), head, read.whole("decimalDigits", -1, 0, 10));
            case "datetime" -> date(read, head);
            case "select", "radio" -> new ChoiceField(head, read.choices(LONGEST_LABEL), type.equals("radio"));
            case "checklist" -> new Checklist(head, read.choices(LONGEST_LABEL));
            case "checkbox" -> new Checkbox(head);
            case "filepicker" -> new FilePicker(head, read.truth("multiple"), read.text("accept"));
            case "group" -> new Group(head, inner(read));
            case "dynamiclist" -> rows(read, head);
            default -> new TextView(head, head.label());
        };
    }

    private Component textField(Properties read, Head head) {
        var torg = read.inside("properties");
        var picker = torg.oneOf("torg:picker", Set.of("person", "unit"));
        if (!picker.isEmpty()) {
            var affiliations = Pattern.compile("[ ,]+").splitAsStream(torg.text("torg:affiliation")).filter(each -> !each.isEmpty()).collect(toSet());
            return new Picker(head, picker.equals("person") ? Picker.Kind.PERSON : Picker.Kind.UNIT, affiliations);
        }
        if (torg.has("torg:affiliation")) {
            problems.add(new Problem(torg.line("torg:affiliation"), "torg:affiliation goes with \"torg:picker\": \"person\""));
        }
        var check = torg.oneOf("torg:check", Set.of("organisation-number", "postcode"));
        var valid = read.inside("validate").oneOf("validationType", Set.of("email", "phone", "custom"));
        var kind = check.equals("organisation-number") ? Kind.ORGANISATION_NUMBER : check.equals("postcode") ? Kind.POSTCODE
            : valid.equals("email") ? Kind.EMAIL : valid.equals("phone") ? Kind.PHONE : Kind.LINE;
        return text(read, head, kind, LINE);
    }

    private Component text(Properties read, Head head, Kind kind, int most) {
        var validate = read.inside("validate");
        int min = validate.whole("minLength", 0, 0, LONGEST);
        int max = validate.whole("maxLength", most, 0, LONGEST);
        if (min > max) {
            problems.add(new Problem(validate.line("minLength"), "minLength is more than maxLength"));
        }
        return new TextField(head, kind, min, max);
    }

    private Component number(Properties validate, Head head, int decimals) {
        var min = validate.number("min");
        var max = validate.number("max");
        if (min != null && max != null && min.compareTo(max) > 0) {
            problems.add(new Problem(validate.line("min"), "min is more than max"));
        }
        return new NumberField(head, min, max, decimals);
    }

    private Component date(Properties read, Head head) {
        var subtype = read.oneOf("subtype", Set.of("date", "time", "datetime"));
        if (subtype.isEmpty()) {
            problems.add(new Problem(read.line("subtype"), "a datetime has the subtype date, time or datetime"));
        }
        var kind = subtype.equals("time") ? DateField.Kind.TIME : subtype.equals("datetime") ? DateField.Kind.DATE_TIME : DateField.Kind.DATE;
        var torg = read.inside("properties");
        var earliest = limit(torg, "torg:earliest");
        if (earliest == null && read.truth("disallowPassedDates")) {
            earliest = compiled("today()", read.line());
        }
        return new DateField(head, kind, earliest, limit(torg, "torg:latest"));
    }

    private @Nullable Feel limit(Properties torg, String property) {
        var text = torg.text(property);
        if (text.isEmpty() || text.startsWith("=")) {
            return torg.expression(property, scope());
        }
        try {
            return compiled(text.equals("today") ? "today()" : "date(\"" + LocalDate.parse(text) + "\")", torg.line(property));
        } catch (DateTimeParseException wrong) {
            problems.add(new Problem(torg.line(property), property + " is today, a date such as 2026-12-31, or FEEL that begins with ="));
            return null;
        }
    }

    private @Nullable Feel compiled(String text, int line) {
        try {
            return Feel.compile(text, scope());
        } catch (FeelProblem problem) {
            problems.add(new Problem(line, problem.getMessage()));
            return null;
        }
    }

    private List<Component> inner(Properties read) {
        var listed = read.located("components");
        if (listed == null || listed.list().isEmpty()) {
            problems.add(new Problem(read.line("components"), "\"" + FormReader.cut(read.text("id")) + "\" has no components"));
            return List.of();
        }
        return components(listed.list());
    }

    private Component rows(Properties read, Head head) {
        if (insideRows) {
            problems.add(new Problem(read.line(), "a dynamic list cannot stand inside another"));
            return new Rows(head, List.of(), 1);
        }
        insideRows = true;
        var inner = inner(read);
        insideRows = false;
        return new Rows(head, inner, read.whole("defaultRepetitions", 1, 0, Rows.MOST));
    }

    private FeelScope scope() {
        var keys = new HashSet<>(rootKeys);
        if (insideRows) {
            keys.addAll(rowKeys);
        }
        return new FeelScope(keys, rowKeys, false);
    }
}
