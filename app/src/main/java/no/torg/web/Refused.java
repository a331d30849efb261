package no.torg.web;

import java.util.List;

/** A broken rule, told to the person by the message {@code key} with {@code args}; shown as 409, never as a fault of ours. */
public final class Refused extends RuntimeException {

    private final String key;
    private final transient List<Object> args;

    /** Refuses with the text under {@code key}; {@code args} fill its places in order. */
    public Refused(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = List.of(args);
    }

    /** The key of the message, such as {@code files.upload.too-large}. */
    public String key() {
        return key;
    }

    /** What fills the message's places, in order. */
    public List<Object> args() {
        return args;
    }
}
