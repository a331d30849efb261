package no.torg.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import no.torg.forms.views.AnswersView;
import no.torg.forms.views.ErrorView;
import no.torg.forms.views.ErrorView.Saying;
import no.torg.forms.views.FormView;

/** The door of forms: reading them, evaluating answers, and what their pages show. Keeps nothing, so there is nothing to make of it. */
public final class Forms {

    /** What the names of all fields on a page begin with. */
    public static final String PREFIX = "answers.";

    private static final Pattern ROW = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)\\.([0-9]{1,3})\\.([A-Za-z][A-Za-z0-9_]*)");

    private Forms() {}

    /** Reads form-js JSON (at most 512 kB); the form, or everything that is wrong with it. */
    public static FormReading read(byte[] json) {
        return FormReader.read(json);
    }

    /**
     * Decides what is shown, wrong and stored. {@code given} has text and lists of text from a page, or typed JSON values; nothing that can be
     * given makes this fail.
     */
    public static Evaluation evaluate(Form form, Map<String, ?> given, Asking asking) {
        return Evaluator.evaluate(form, given, asking);
    }

    /** The answers among a page's parameters: {@code answers.key}, and {@code answers.list.0.key} in rows; others are left alone. */
    public static Map<String, Object> given(Map<String, String[]> parameters) {
        var given = new LinkedHashMap<String, Object>();
        var rows = new LinkedHashMap<String, TreeMap<Integer, Map<String, Object>>>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(PREFIX) && values.length > 0) {
                var path = name.substring(PREFIX.length());
                var row = ROW.matcher(path);
                if (row.matches()) {
                    rows.computeIfAbsent(row.group(1), list -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(row.group(2)), index -> new LinkedHashMap<>()).put(row.group(3), value(values));
                } else {
                    given.put(path, value(values));
                }
            }
        });
        rows.forEach((list, byIndex) -> given.put(list, new ArrayList<>(byIndex.values())));
        return given;
    }

    /** What the page shows, in the language of {@code texts} ({@code nb}, {@code nn} or {@code en}), with these errors by path. */
    public static FormView view(Form form, FormTexts texts, String language, Evaluation evaluation, Map<String, ErrorView> errors) {
        return new FormViews(texts, language, evaluation, errors).form(form);
    }

    /** The evaluation's errors for the page, none of them worded yet. */
    public static Map<String, ErrorView> errors(Evaluation evaluation, String language) {
        var errors = new LinkedHashMap<String, ErrorView>();
        evaluation.errors().forEach((path, error) -> errors.put(path, FormViews.error(error, language)));
        return errors;
    }

    /**
     * Stored answers worded for reading, with the form they were given to. {@code named} gives the name behind the id of a file, a person or a
     * unit (the id itself if there is none); {@code saying} words yes and no.
     */
    public static List<AnswersView> answers(Form form, FormTexts texts, String language, Map<String, ?> stored, UnaryOperator<String> named, Saying saying) {
        return new AnswerViews(texts, language, named, saying).form(form, stored);
    }

    // browsers send line ends as CR LF whatever was typed
    private static Object value(String[] values) {
        var texts = List.of(values).stream().map(text -> text.replace("\r\n", "\n")).toList();
        return texts.size() == 1 ? texts.getFirst() : texts;
    }
}
