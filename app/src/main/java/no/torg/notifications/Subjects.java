package no.torg.notifications;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.web.Language;

/** A seam: a module whose subjects people are told of names them, for those who may still see them. One per kind. */
public interface Subjects {

    /** The kind of subject. */
    String kind();

    /** The subjects that the actor may see, by id, in one statement. */
    Map<UUID, Named> named(Actor actor, Language language, Collection<UUID> subjects);

    /** A subject as a line of news shows it. */
    record Named(String title, String side, String href) {
    }
}
