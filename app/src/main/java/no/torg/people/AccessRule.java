package no.torg.people;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who may see a kind of subject and what hangs on it: messages, files, search hits, live updates. A seam; the module that owns the kind says
 * the rule once. Hidden and missing are the same answer.
 */
public interface AccessRule {

    /** The kind of subject it is about, as {@code case}. */
    String kind();

    /** Whether the actor may see the subject; {@code internal}: also what is for staff only. */
    boolean maySee(Actor actor, UUID subject, boolean internal);

    /** The subject that people call by this name (a case's number), if the actor may see it. */
    Optional<UUID> find(Actor actor, String reference);

    /** The names of all that makes subjects visible to the actor, as {@code team:<id>}: what search and live updates are matched by. */
    Set<String> terms(Actor actor);
}
