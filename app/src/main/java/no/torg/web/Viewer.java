package no.torg.web;

import java.util.Optional;

/** Who is looking, as far as the frame of a page needs to know. */
public interface Viewer {
    /** The full name. */
    String name();

    /** The name the page greets with. */
    default String firstName() {
        return name().split(" ")[0];
    }

    /** One or two letters for where there is no picture. */
    default String initials() {
        var names = name().strip().split("\\s+");
        var first = names[0].substring(0, 1);
        return names.length == 1 ? first : first + names[names.length - 1].substring(0, 1);
    }

    /** The language the person has chosen for good, if any. */
    Optional<Language> language();

    /** Whether the person works with cases, and so has a way into the work pages. */
    boolean hasWork();
}
