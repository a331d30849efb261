package no.torg.web;

import java.util.Arrays;
import java.util.List;

/** A rule said no: shown to the person as a message in her language, with status 409. */
public final class Refused extends RuntimeException {
    private final String key;
    private final transient List<Object> args;

    /** Refuses with the text of a message key and what its places are filled with. */
    public Refused(String messageKey, Object... args) {
        super(messageKey + Arrays.toString(args), null, false, false);
        this.key = messageKey;
        this.args = List.of(args);
    }

    /** The message key, which also is the code of the API's problem. */
    public String key() {
        return key;
    }

    /** What the places of the message are filled with. */
    public Object[] args() {
        return args.toArray();
    }
}
