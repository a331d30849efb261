package no.torg.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule said no: shown to the person as a message in her language, with status 409. */
public final class Refused extends RuntimeException {
    private final String key;
    private final transient List<Object> args;
    private final @Nullable String field;

    /** Refuses with the text of a message key and what its places are filled with. */
    public Refused(String messageKey, Object... args) {
        this(null, messageKey, List.of(args));
    }

    private Refused(@Nullable String field, String messageKey, List<Object> args) {
        super(messageKey + Arrays.toString(args.toArray()), null, false, false);
        this.key = messageKey;
        this.args = args;
        this.field = field;
    }

    /** The same, naming the field of the request that the rule is about. */
    public Refused about(String name) {
        return new Refused(name, key, args);
    }

    /** The message key, which also is the code of the API's problem. */
    public String key() {
        return key;
    }

    /** What the places of the message are filled with. */
    public Object[] args() {
        return args.toArray();
    }

    /** The field that the rule is about, if it is about one. */
    public @Nullable String field() {
        return field;
    }
}
