package no.torg.web;

import java.util.List;

/** What came in is not what can be taken: status 422, with each wrong field named and why it is wrong. */
public final class Invalid extends RuntimeException {
    private final transient List<Wrong> wrong;

    /** Names the field, and by a message key with arguments why it is wrong. */
    public Invalid(String field, String messageKey, Object... args) {
        this(List.of(new Wrong(field, messageKey, List.of(args))));
    }

    /** Names several. */
    public Invalid(List<Wrong> wrong) {
        super(String.join(", ", wrong.stream().map(one -> one.field() + " " + one.key()).toList()), null, false, false);
        this.wrong = List.copyOf(wrong);
    }

    /** A field and what is wrong with it, as a message key and what fills its places. */
    public record Wrong(String field, String key, List<Object> args) {}

    /** All that is wrong. */
    public List<Wrong> wrong() {
        return wrong;
    }
}
