package no.torg.forms;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.torg.forms.Component.DateField;
import no.torg.forms.Component.Field;
import no.torg.forms.Component.Group;
import no.torg.forms.Component.Rows;
import no.torg.forms.views.AnswersView;
import no.torg.forms.views.AnswersView.AnswerView;
import no.torg.forms.views.ErrorView.Saying;
import org.jspecify.annotations.Nullable;

/** Words stored answers for reading, with the form they were given to. */
final class AnswerViews {

    private final FormTexts texts;
    private final Locale locale;
    private final UnaryOperator<String> named;
    private final Saying saying;

    AnswerViews(FormTexts texts, String language, UnaryOperator<String> named, Saying saying) {
        this.texts = texts;
        this.locale = Locale.forLanguageTag(language);
        this.named = named;
        this.saying = saying;
    }

    List<AnswersView> form(Form form, Map<String, ?> stored) {
        var pages = new ArrayList<AnswersView>();
        var loose = new ArrayList<Component>();
        for (var component : form.components()) {
            if (component instanceof Group group) {
                add(pages, loose, "", stored);
                add(pages, group.components(), group.head().id(), stored);
                loose.clear();
            } else {
                loose.add(component);
            }
        }
        add(pages, loose, "", stored);
        return pages;
    }

    private void add(List<AnswersView> pages, List<Component> components, String page, Map<String, ?> stored) {
        var answers = answers(components, stored);
        if (!answers.isEmpty()) {
            pages.add(new AnswersView(page.isEmpty() ? components.getFirst().head().id() + "-page" : page, texts.of(page).label(), answers));
        }
    }

    private List<AnswerView> answers(List<Component> components, Map<?, ?> stored) {
        var answers = new ArrayList<AnswerView>();
        for (var field : Form.fields(components)) {
            var value = stored.get(field.head().key());
            if (value instanceof List<?> many && field instanceof Rows list) {
                var rows = many.stream().filter(Map.class::isInstance).map(row -> answers(list.components(), (Map<?, ?>) row)).toList();
                answers.add(view(field, "", List.of(), rows));
            } else if (value != null) {
                var values = value instanceof List<?> many ? many.stream().map(String::valueOf).toList() : List.of(value.toString());
                answers.add(view(field, values.stream().map(each -> worded(field, value, each)).collect(Collectors.joining(", ")), values, List.of()));
            }
        }
        return answers;
    }

    private AnswerView view(Field field, String answer, List<String> values, List<List<AnswerView>> rows) {
        return new AnswerView(field.head().id(), texts.of(field.head().id()).label(), FormViews.kind(field), answer, values, rows);
    }

    private String worded(Field field, Object value, String text) {
        return switch (FormViews.kind(field)) {
            case CHECKBOX -> saying.say(value.equals(true) ? "forms.answer.yes" : "forms.answer.no");
            case SELECT, RADIO, CHECKLIST -> texts.of(field.head().id()).values().getOrDefault(text, text);
            case NUMBER -> value instanceof Number ? number(text) : text;
            case DATE, DATETIME -> date((DateField) field, text);
            case FILES, PERSON, UNIT -> named.apply(text);
            default -> text;
        };
    }

    private String number(String text) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(10);
        return format.format(new BigDecimal(text));
    }

    private String date(DateField field, String text) {
        var date = read(field, text);
        return date == null ? text : String.valueOf(FormViews.written(date, locale));
    }

    private static @Nullable Object read(DateField field, String text) {
        try {
            return field.kind() == DateField.Kind.DATE ? LocalDate.parse(text) : LocalDateTime.parse(text);
        } catch (DateTimeException other) {
            return null;
        }
    }
}
