package no.torg.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.torg.forms.Component.Checkbox;
import no.torg.forms.Component.Checklist;
import no.torg.forms.Component.ChoiceField;
import no.torg.forms.Component.DateField;
import no.torg.forms.Component.Field;
import no.torg.forms.Component.FilePicker;
import no.torg.forms.Component.Group;
import no.torg.forms.Component.NumberField;
import no.torg.forms.Component.Picker;
import no.torg.forms.Component.Rows;
import no.torg.forms.Component.TextField;
import no.torg.forms.Component.TextView;
import no.torg.forms.views.ErrorView;
import no.torg.forms.views.FieldView;
import no.torg.forms.views.FieldView.ChoiceView;
import no.torg.forms.views.FieldView.Kind;
import no.torg.forms.views.FieldView.RowView;
import no.torg.forms.views.FormView;
import no.torg.forms.views.PageView;
import org.jspecify.annotations.Nullable;

/** Makes the view of a form's pages from an evaluation. */
final class FormViews {

    private static final Evaluation.Limits NO_LIMITS = new Evaluation.Limits("", "");

    private final FormTexts texts;
    private final String language;
    private final Evaluation evaluation;
    private final Map<String, ErrorView> errors;

    FormViews(FormTexts texts, String language, Evaluation evaluation, Map<String, ErrorView> errors) {
        this.texts = texts;
        this.language = language;
        this.evaluation = evaluation;
        this.errors = errors;
    }

    /** Groups at the top are pages; what stands between them makes pages without a title. */
    FormView form(Form form) {
        var pages = new ArrayList<PageView>();
        var loose = new ArrayList<Component>();
        for (var component : form.components()) {
            if (component instanceof Group group) {
                addLoose(pages, loose);
                var wording = texts.of(group.head().id());
                if (evaluation.visible().contains(group.head().id())) {
                    add(pages, new PageView(group.head().id(), wording.label(), wording.description(), fields(group.components(), evaluation.raw(), "")));
                }
            } else {
                loose.add(component);
            }
        }
        addLoose(pages, loose);
        var others = new LinkedHashMap<>(errors);
        pages.stream().flatMap(page -> page.fields().stream()).flatMap(FieldView::all).forEach(field -> others.remove(field.path()));
        return new FormView(form.id(), pages, others);
    }

    /** An error with its dates written out. */
    static ErrorView error(AnswerError error, String language) {
        return new ErrorView("forms.error." + error.code(), error.args().stream().map(arg -> written(arg, Locale.forLanguageTag(language))).toList(), "");
    }

    /** A date, a time or both written out for people; anything else as it is. */
    static Object written(Object arg, Locale locale) {
        return switch (arg) {
            case LocalDate date -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
            case LocalTime time -> time.toString();
            case LocalDateTime moment -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(locale).format(moment);
            default -> arg;
        };
    }

    private void addLoose(List<PageView> pages, List<Component> loose) {
        if (!loose.isEmpty()) {
            add(pages, new PageView(loose.getFirst().head().id() + "-page", "", "", fields(loose, evaluation.raw(), "")));
            loose.clear();
        }
    }

    private static void add(List<PageView> pages, PageView page) {
        if (!page.fields().isEmpty()) {
            pages.add(page);
        }
    }

    private List<FieldView> fields(List<Component> components, Map<?, ?> given, String path) {
        return components.stream().filter(component -> evaluation.visible().contains(path + component.head().id()))
            .map(component -> field(component, given, path)).toList();
    }

    private FieldView field(Component component, Map<?, ?> given, String path) {
        var head = component.head();
        var wording = texts.of(head.id());
        var at = path + head.key();
        var limits = limits(component, at);
        var picks = evaluation.picks().getOrDefault(at, List.of());
        var values = component instanceof Picker && picks.size() == 1 ? List.of(picks.getFirst().id()) : values(given.get(head.key()), component, at);
        var text = component instanceof TextField field ? field : null;
        var children = component instanceof Group group ? fields(group.components(), given, path) : List.<FieldView>of();
        var shown = picks.size() == 1 ? picks.getFirst().name() : values.isEmpty() ? "" : values.getFirst();
        return new FieldView((path + head.id()).replace('.', '-'), head.key().isEmpty() ? "" : Forms.PREFIX + at, at, kind(component), wording.label(),
            wording.description(), head.required(), values, shown, choices(component, wording, values, picks), head.key().isEmpty() ? null : errors.get(at),
            limits.min(), limits.max(), text == null ? 0 : text.minLength(), text == null ? 0 : text.maxLength(), step(component),
            component instanceof Picker ? "off" : "", component instanceof FilePicker files && files.multiple(),
            component instanceof FilePicker files ? files.accept() : "", head.hide() != null, children, rows(component, given.get(head.key()), path));
    }

    private List<RowView> rows(Component component, @Nullable Object given, String path) {
        if (!(component instanceof Rows list)) {
            return List.of();
        }
        var rows = new ArrayList<RowView>();
        var many = given instanceof List<?> some ? some : List.of();
        for (int i = 0; i < Math.min(Math.max(many.size(), list.first()), Rows.MOST); i++) {
            var row = i < many.size() && many.get(i) instanceof Map<?, ?> map ? map : Map.of();
            rows.add(new RowView(i, fields(list.components(), row, path + list.head().key() + "." + i + ".")));
        }
        return rows;
    }

    private List<ChoiceView> choices(Component component, FormTexts.Wording wording, List<String> values, List<Directory.Pick> picks) {
        if (component instanceof Picker) {
            return picks.size() < 2 ? List.of() : picks.stream().map(pick -> new ChoiceView(pick.id(), pick.name(), pick.note(), false)).toList();
        }
        return Form.choices(component).stream()
            .map(choice -> new ChoiceView(choice.value(), wording.values().getOrDefault(choice.value(), choice.label()), "", values.contains(choice.value())))
            .toList();
    }

    private Evaluation.Limits limits(Component component, String path) {
        return component instanceof NumberField number ? new Evaluation.Limits(plain(number.min()), plain(number.max()))
            : evaluation.limits().getOrDefault(path, NO_LIMITS);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private List<String> values(@Nullable Object given, Component component, String path) {
        // a date typed as on paper is shown as HTML wants it
        if (component instanceof DateField && evaluation.stored().get(path) instanceof String stored) {
            return List.of(stored);
        }
        return switch (given) {
            case List<?> list when component instanceof Field && !(component instanceof Rows) -> list.stream()
                .limit(FeelLimits.ANSWER_ITEMS).map(String::valueOf).toList();
            case String text -> List.of(text);
            case Boolean truth -> List.of(truth.toString());
            case BigDecimal number when Math.abs(number.scale()) < 40 -> List.of(number.toPlainString());
            case Number number -> List.of(number.toString());
            case null, default -> List.of();
        };
    }

    private static String step(Component component) {
        return component instanceof NumberField number ? (number.decimals() < 0 ? "any" : BigDecimal.ONE.movePointLeft(number.decimals()).toPlainString()) : "";
    }

    /** What the page calls this piece. */
    static Kind kind(Component component) {
        return switch (component) {
            case TextField text -> switch (text.kind()) {
                case LINE -> Kind.TEXT;
                case LINES -> Kind.TEXTAREA;
                case EMAIL -> Kind.EMAIL;
                case PHONE -> Kind.TEL;
                case ORGANISATION_NUMBER, POSTCODE -> Kind.DIGITS;
            };
            case NumberField _ -> Kind.NUMBER;
            case DateField date -> date.kind() == DateField.Kind.DATE ? Kind.DATE : date.kind() == DateField.Kind.TIME ? Kind.TIME : Kind.DATETIME;
            case ChoiceField choice -> choice.radio() ? Kind.RADIO : Kind.SELECT;
            case Checklist _ -> Kind.CHECKLIST;
            case Checkbox _ -> Kind.CHECKBOX;
            case FilePicker _ -> Kind.FILES;
            case Picker picker -> picker.kind() == Picker.Kind.PERSON ? Kind.PERSON : Kind.UNIT;
            case Group _ -> Kind.GROUP;
            case Rows _ -> Kind.ROWS;
            case TextView _ -> Kind.READ;
        };
    }
}
