package no.torg.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A rule said no: shown to the person as a message in her language, with status 409 unless it says another. */
public final class Refused extends RuntimeException {
    private final String key;
    private final transient List<Object> args;
    private final @Nullable String field;
    private final HttpStatus status;

    /** Refuses with the text of a message key and what its places are filled with. */
    public Refused(String messageKey, Object... args) {
        this(HttpStatus.CONFLICT, messageKey, args);
    }

    /** Refuses with another status than 409. */
    public Refused(HttpStatus status, String messageKey, Object... args) {
        this(status, null, messageKey, List.of(args));
    }

    private Refused(HttpStatus status, @Nullable String field, String messageKey, List<Object> args) {
        super(messageKey + Arrays.toString(args.toArray()), null, false, false);
        this.key = messageKey;
        this.args = args;
        this.field = field;
        this.status = status;
    }

    /** The same, naming the field of the request that the rule is about. */
    public Refused about(String name) {
        return new Refused(status, name, key, args);
    }

    /** The message key, which also is the code of the API's problem. */
    public String key() {
        return key;
    }

    /** What it is answered with. */
    public HttpStatus status() {
        return status;
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
