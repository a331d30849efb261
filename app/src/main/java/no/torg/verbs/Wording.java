package no.torg.verbs;

import java.util.Optional;

/** Seam: knows how a module's own refusals are said to the person at the command line. */
public interface Wording {

    /** The sentence, if this is a refusal it knows. */
    Optional<String> of(RuntimeException refused);
}
