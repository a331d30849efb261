package no.torg.web;

/** Nothing there, or nothing that the person may see: the two are answered alike, with status 404. */
public final class NotFound extends RuntimeException {
    /** Names what was looked for, for the log and the tests only. */
    public NotFound(String what) {
        super(what, null, false, false);
    }
}
