package no.torg.people;

/** The asker is known and has no right to this; answered with 403 and no more. */
public class Forbidden extends RuntimeException {

    /** A refusal for want of a right. */
    public Forbidden() {
        super("Forbidden", null, false, false);
    }
}
