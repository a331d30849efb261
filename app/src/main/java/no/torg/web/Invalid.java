package no.torg.web;

import java.util.List;

/** What came in is not what can be taken: status 422, with each wrong field named and why it is wrong. */
public final class Invalid extends RuntimeException {
    private final transient List<Wrong> wrong;

    /** Names the field, and by a message key with arguments why it is wrong. */
    public Invalid(String field, String messageKey, Object... args) {
        super(field + " " + messageKey, null, false, false);
        this.wrong = List.of(new Wrong(field, messageKey, List.of(args)));
    }

    /** A field and what is wrong with it, as a message key and what fills its places. */
    public record Wrong(String field, String key, List<Object> args) {}

    /** All that is wrong. */
    public List<Wrong> wrong() {
        return wrong;
    }
}
