package no.torg.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.torg.forms.Component.Checkbox;
import no.torg.forms.Component.Checklist;
import no.torg.forms.Component.Field;
import no.torg.forms.Component.Rows;
import no.torg.forms.Form.Ordered;
import org.jspecify.annotations.Nullable;

/** Decides once, in the order of dependency, what is shown; then, in the order of the form, what is wrong and what is stored. */
final class Evaluator {

    private static final int MOST_UNKNOWN = 20;

    private final Asking asking;
    private final AnswerReader reader;
    private final DateLimits limits;
    private final Set<String> visible = new HashSet<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
    private final Map<String, AnswerError> errors = new LinkedHashMap<>();
    private final Map<String, List<Directory.Pick>> picks = new LinkedHashMap<>();

    private Evaluator(Asking asking) {
        this.asking = asking;
        this.reader = new AnswerReader(asking);
        this.limits = new DateLimits(asking.moment());
    }

    /** What to make of the answers given; never fails, whatever they are. */
    static Evaluation evaluate(Form form, Map<String, ?> given, Asking asking) {
        return new Evaluator(asking).form(form, given);
    }

    private Evaluation form(Form form, Map<String, ?> given) {
        var names = new HashMap<String, @Nullable Object>();
        form.keys().forEach(key -> names.put(key, null));
        names.put("person", asking.names());
        decide(form.order(), given, names, "");
        var stored = collect(form.components(), names, "");
        unknown(form.keys(), given, "");
        rows.keySet().forEach(path -> unknownInRow(form, given, path));
        var shown = Form.fields(form.components()).stream().filter(field -> visible.contains(field.head().id())).map(field -> field.head().key()).toList();
        names.remove("person");
        return new Evaluation(shown, visible, errors, stored, names, given, limits.found(), picks);
    }

    private void decide(List<Ordered> order, Map<?, ?> given, Map<String, @Nullable Object> names, String path) {
        for (var ordered : order) {
            var head = ordered.component().head();
            boolean inHidden = ordered.parent() != null && !visible.contains(path + ordered.parent().head().id());
            if (inHidden || head.hide() != null && head.hide().isTrue(names, asking.moment())) {
                continue;
            }
            visible.add(path + head.id());
            if (ordered.component() instanceof Rows list) {
                names.put(head.key(), rows(list, ordered.inner(), given.get(head.key()), names));
            } else if (ordered.component() instanceof Field field) {
                var answer = reader.read(field, given.get(head.key()));
                answers.put(path + head.key(), answer);
                names.put(head.key(), answer.typed() == null ? unanswered(field) : answer.typed());
            }
        }
    }

    // as form-js has it: an empty box is false and an empty list is empty, so that not(x) and count(x) do what they say
    private static @Nullable Object unanswered(Field field) {
        return switch (field) {
            case Checkbox _ -> false;
            case Checklist _ -> List.of();
            default -> null;
        };
    }

    private List<Map<String, @Nullable Object>> rows(Rows list, List<Ordered> inner, @Nullable Object given, Map<String, @Nullable Object> outer) {
        var typed = new ArrayList<Map<String, @Nullable Object>>();
        var key = list.head().key();
        if (given != null && (!(given instanceof List<?> some) || some.size() > Rows.MOST || !some.stream().allMatch(Map.class::isInstance))) {
            answers.put(key, given instanceof List<?> some && some.size() > Rows.MOST ? Answer.wrong("too-many", Rows.MOST) : Answer.wrong("not-a-list"));
            return typed;
        }
        var many = given instanceof List<?> some ? some : List.of();
        var keys = Form.fields(list.components()).stream().map(field -> field.head().key()).toList();
        // empty rows are shown, but neither checked nor stored
        for (int i = 0; i < Math.max(many.size(), list.first()); i++) {
            var row = i < many.size() && many.get(i) instanceof Map<?, ?> map ? map : Map.of();
            var names = new HashMap<>(outer);
            keys.forEach(each -> names.put(each, null));
            decide(inner, row, names, key + "." + i + ".");
            if (!isEmpty(row)) {
                rows.put(key + "." + i + ".", names);
                var only = new HashMap<String, @Nullable Object>();
                keys.forEach(each -> only.put(each, names.get(each)));
                typed.add(only);
            }
        }
        return typed;
    }

    private static boolean isEmpty(Map<?, ?> row) {
        return row.values().stream().allMatch(AnswerReader::isNothing);
    }

    private Map<String, Object> collect(List<Component> components, Map<String, @Nullable Object> names, String path) {
        var stored = new LinkedHashMap<String, Object>();
        for (var field : Form.fields(components)) {
            var key = field.head().key();
            if (!visible.contains(path + field.head().id())) {
                continue;
            }
            var answer = answers.getOrDefault(path + key, Answer.NONE);
            var value = field instanceof Rows list ? storedRows(list) : answer.stored();
            var error = error(field, answer, value, names, path + key);
            if (error != null) {
                errors.put(path + key, error);
            } else if (value != null) {
                stored.put(key, value);
            }
            if (!answer.picks().isEmpty()) {
                picks.put(path + key, answer.picks());
            }
        }
        return stored;
    }

    private @Nullable Object storedRows(Rows list) {
        var stored = new ArrayList<Map<String, Object>>();
        rows.forEach((path, names) -> {
            if (path.startsWith(list.head().key() + ".")) {
                stored.add(collect(list.components(), names, path));
            }
        });
        return stored.isEmpty() ? null : Collections.unmodifiableList(stored);
    }

    private @Nullable AnswerError error(Field field, Answer answer, @Nullable Object value, Map<String, @Nullable Object> names, String path) {
        var beyond = limits.check(field, answer, names, path);
        if (answer.error() != null) {
            return answer.error();
        }
        if (field.head().required() && (value == null || field instanceof Checkbox && Boolean.FALSE.equals(value))) {
            return AnswerError.of("required");
        }
        return beyond;
    }

    private void unknownInRow(Form form, Map<String, ?> given, String path) {
        var parts = path.split("\\.");
        for (var field : Form.fields(form.components())) {
            if (field instanceof Rows list && list.head().key().equals(parts[0]) && given.get(parts[0]) instanceof List<?> many
                && many.get(Integer.parseInt(parts[1])) instanceof Map<?, ?> row) {
                unknown(new HashSet<>(Form.fields(list.components()).stream().map(inner -> inner.head().key()).toList()), row, path);
            }
        }
    }

    private void unknown(Set<String> known, Map<?, ?> given, String path) {
        int found = 0;
        for (var key : given.keySet()) {
            if (!(key instanceof String text && known.contains(text)) && found++ < MOST_UNKNOWN) {
                errors.put(path + FormReader.cut(String.valueOf(key)), AnswerError.of("unknown-field"));
            }
        }
    }
}
