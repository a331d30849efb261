package no.torg.conversations;

import java.util.Locale;

/** Whom a message is for: everybody in the conversation, or staff only. */
public enum Audience {
    PUBLIC, INTERNAL;

    /** As it is stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The audience with this code; anything else is refused by the caller's own check of input. */
    public static Audience of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
