package no.torg.forms.views;

import java.util.List;

/** What was answered on one page of a form, for reading; pages without answers are left out. */
public record AnswersView(String id, String title, List<AnswerView> answers) {

    /**
     * A question and its answer, both in words.
     *
     * @param answer empty for dynamic lists
     * @param values the ids behind the words of files, persons and units, the values behind choices
     * @param rows the answers in each row of a dynamic list
     */
    public record AnswerView(String id, String question, FieldView.Kind kind, String answer, List<String> values, List<List<AnswerView>> rows) {}
}
