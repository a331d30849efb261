package no.torg.people;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.web.Viewer;
import no.torg.web.ViewerSource;
import org.springframework.stereotype.Component;

/** Tells the frame who is looking. */
@Component
class SignedInViewer implements ViewerSource {

    private final Actors actors;

    SignedInViewer(Actors actors) {
        this.actors = actors;
    }

    @Override
    public Optional<Viewer> viewer(HttpServletRequest request) {
        return actors.of(request).map(SeenActor::new);
    }
}
