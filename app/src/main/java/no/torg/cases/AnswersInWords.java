package no.torg.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import no.torg.cases.views.Answered;
import no.torg.catalog.ServiceDefinition;
import no.torg.forms.Forms;
import no.torg.forms.views.AnswersView;
import no.torg.forms.views.AnswersView.AnswerView;
import no.torg.forms.views.FieldView.Kind;
import no.torg.people.Persons;
import no.torg.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A case's answers as its form was when they were given, in words; one statement more where persons or units were named. */
@Component
public class AnswersInWords {

    private static final TypeReference<Map<String, Object>> STORED = new TypeReference<>() {
    };

    private final Persons persons;
    private final JsonMapper json;

    AnswersInWords(Persons persons, JsonMapper json) {
        this.persons = persons;
        this.json = json;
    }

    /** Questions and answers of a stored case, {@code stored} being its JSON; files are left out, for they hang on the first message. */
    public List<Answered> of(Words words, ServiceDefinition definition, String stored) {
        var ids = new TreeSet<UUID>();
        var answers = json.readValue(stored, STORED);
        collect(answers, ids);
        return of(words, definition, stored, persons.names(ids));
    }

    /** The same where the names of those whom the answers name are known, by id. */
    public List<Answered> of(Words words, ServiceDefinition definition, String stored, Map<String, String> names) {
        return pages(words, definition, json.readValue(stored, STORED), names, Map.of()).stream()
                .flatMap(page -> page.answers().stream()).flatMap(AnswersInWords::flat)
                .filter(answer -> answer.kind() != Kind.FILES && !answer.answer().isEmpty())
                .map(answer -> new Answered(answer.question(), answer.answer())).toList();
    }

    /** Named values of another system, {@code stored} being their JSON, as they are called there. */
    public List<Answered> fields(String stored) {
        return json.readValue(stored, STORED).entrySet().stream().map(one -> new Answered(one.getKey(), String.valueOf(one.getValue())))
                .sorted(Comparator.comparing(Answered::question)).toList();
    }

    /** Answers page by page; {@code files} are the names of files by the ids that stand for them. */
    public List<AnswersView> of(Words words, ServiceDefinition definition, Map<String, ?> stored, Map<String, String> files) {
        var ids = new TreeSet<UUID>();
        collect(stored, ids);
        return pages(words, definition, stored, persons.names(ids), files);
    }

    private static List<AnswersView> pages(Words words, ServiceDefinition definition, Map<String, ?> stored, Map<String, String> names, Map<String, String> files) {
        var language = words.language().code();
        return Forms.answers(definition.form(), definition.texts(language).form(), language, stored,
                id -> files.getOrDefault(id, names.getOrDefault(id, id)), words::say);
    }

    private static Stream<AnswerView> flat(AnswerView answer) {
        return answer.rows().isEmpty() ? Stream.of(answer) : answer.rows().stream().flatMap(row -> new ArrayList<>(row).stream()).flatMap(AnswersInWords::flat);
    }

    private static void collect(Object value, TreeSet<UUID> ids) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(each -> collect(each, ids));
            case List<?> list -> list.forEach(each -> collect(each, ids));
            case String text when text.length() == 36 && text.charAt(8) == '-' -> Persons.id(text).ifPresent(ids::add);
            default -> { }
        }
    }
}
