package no.torg.forms;

import java.util.List;

/** What is wrong with an answer: a stable code, worded by {@code forms.error.<code>} with the arguments (numbers, java.time) in order. */
public record AnswerError(String code, List<Object> args) {

    static AnswerError of(String code, Object... args) {
        return new AnswerError(code, List.of(args));
    }
}
