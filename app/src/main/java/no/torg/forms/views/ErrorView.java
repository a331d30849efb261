package no.torg.forms.views;

import java.util.List;

/** What is wrong: either a message key with its arguments (dates already written out), or a text that is worded already. */
public record ErrorView(String key, List<Object> args, String text) {

    /** How a message key is said, with what fills its places. */
    @FunctionalInterface
    public interface Saying {
        /** The text of a key with its places filled. */
        String say(String key, Object... args);
    }

    /** What is wrong, in words. */
    public String text(Saying saying) {
        return text.isEmpty() ? saying.say(key, args.toArray()) : text;
    }

    /** An error that the service words itself. */
    public static ErrorView worded(String text) {
        return new ErrorView("", List.of(), text);
    }
}
