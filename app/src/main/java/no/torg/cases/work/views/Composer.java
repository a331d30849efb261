package no.torg.cases.work.views;

import java.util.List;
import no.torg.web.views.Choice;
import no.torg.web.views.FieldError;

/**
 * Where a case worker writes. Reply and note are two texts in two fields, so one never becomes the other; the button pressed says which.
 *
 * @param to the requester's name
 * @param team whose members see a note
 * @param note whether the note lies on top
 * @param after what becomes of the state after a reply
 * @param limits which files are taken, in words
 * @param once a key that makes a second sending the same message
 */
public record Composer(String to, String team, boolean note, String replyText, String noteText, Choice after, String limits, String once,
                       List<FieldError> errors) {
    /** The first name of whom a reply goes to. */
    public String firstName() {
        return to.split(" ")[0];
    }
}
