package no.torg.cases.views;

import java.util.List;
import no.torg.web.views.FieldError;

/**
 * What the requester is writing.
 *
 * @param to the team that reads it
 * @param once a key that makes a second sending the same message
 * @param limits which files are taken, in words
 */
public record ReplyForm(String to, String text, String once, String limits, List<FieldError> errors) {
    /** The fault of one field; empty when it has none. */
    public String error(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).map(FieldError::text).findFirst().orElse("");
    }
}
