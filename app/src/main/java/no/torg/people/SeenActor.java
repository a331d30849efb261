package no.torg.people;

import java.util.Optional;

import no.torg.web.Language;
import no.torg.web.Viewer;

/** An actor as the frame and the menus see one. */
public record SeenActor(Actor actor) implements Viewer {

    @Override
    public String name() {
        return actor.name();
    }

    @Override
    public Optional<Language> language() {
        return Optional.of(actor.language());
    }

    @Override
    public boolean hasWork() {
        return actor.worksWithCases();
    }
}
