package no.torg.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import no.torg.cases.views.Answered;
import no.torg.catalog.ServiceDefinition;
import no.torg.forms.Asking;
import no.torg.forms.Component.Picker;
import no.torg.forms.Directory;
import no.torg.forms.Forms;
import no.torg.forms.views.FieldView;
import no.torg.people.Actor;
import no.torg.people.Persons;
import no.torg.tenancy.Tenant;
import no.torg.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A case's answers as its form was when they were given, in words. */
@Component
public class AnswersInWords {

    private static final TypeReference<Map<String, Object>> GIVEN = new TypeReference<>() {
    };

    private final Persons persons;
    private final JsonMapper json;

    AnswersInWords(Persons persons, JsonMapper json) {
        this.persons = persons;
        this.json = json;
    }

    /** Questions and answers in the words' language, as the form of that version asked them; {@code stored} is the case's JSON. */
    public List<Answered> of(Actor actor, Words words, ServiceDefinition definition, String stored, Instant at) {
        var person = new Asking.Person(null, null, words.language().code());
        Map<String, Object> given = json.readValue(stored, GIVEN);
        Directory directory = (kind, meant, affiliations) -> (kind == Picker.Kind.PERSON ? persons.meant(actor, meant, affiliations) : persons.unitsMeant(actor, meant))
                .stream().map(found -> new Directory.Pick(found.id().toString(), found.name(), "")).toList();
        var evaluation = Forms.answered(definition.form(), given, new Asking(person, at, Tenant.current().zone(), directory));
        var view = Forms.view(definition.form(), definition.texts(words.language().code()).form(), words.language().code(), evaluation, Map.of());
        return view.pages().stream().flatMap(page -> answered(words, page.fields()).stream()).toList();
    }

    private static List<Answered> answered(Words words, List<FieldView> fields) {
        var answered = new ArrayList<Answered>();
        for (var field : fields) {
            answered.addAll(answered(words, field.fields()));
            field.rows().forEach(row -> answered.addAll(answered(words, row.fields())));
            var answer = answer(words, field);
            if (!answer.isEmpty()) {
                answered.add(new Answered(field.label(), answer));
            }
        }
        return answered;
    }

    /** What was answered in one field, in words; empty where nothing was, and for files, which hang on the first message. */
    public static String answer(Words words, FieldView field) {
        return switch (field.kind()) {
            case GROUP, ROWS, READ, FILES -> "";
            case CHECKBOX -> field.ticked() ? words.say("cases.form.yes") : "";
            case SELECT, RADIO, CHECKLIST -> field.choices().stream().filter(FieldView.ChoiceView::chosen).map(FieldView.ChoiceView::label)
                    .collect(Collectors.joining(", "));
            case PERSON, UNIT -> field.shown();
            case DATE -> date(words, field.value());
            default -> field.value();
        };
    }

    private static String date(Words words, String value) {
        try {
            return value.isEmpty() ? "" : words.date(LocalDate.parse(value));
        } catch (DateTimeParseException typed) {
            return value;
        }
    }
}
