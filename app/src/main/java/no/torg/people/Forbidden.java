package no.torg.people;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The asker is known and has no right to this; answered with 403 and no more. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class Forbidden extends RuntimeException {

    /** A refusal for want of a right. */
    public Forbidden() {
        super("Forbidden", null, false, false);
    }
}
