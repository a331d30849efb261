package no.torg.insight;

import no.torg.metrics.Sight;
import no.torg.people.Actor;
import no.torg.people.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key figures over the API. */
@RestController
class KeyFiguresApi {

    private final KeyFigureReads reads;
    private final FigureAccess access;

    KeyFiguresApi(KeyFigureReads reads, FigureAccess access) {
        this.reads = reads;
        this.access = access;
    }

    /** What all cases that the caller may count come to: an administrator the whole organisation's, an owner the own services', a leader the led teams'. */
    @GetMapping("/api/metrics/key-figures")
    @Scope("metrics:read")
    KeyFigures figures(Actor actor) {
        return reads.of(actor.administrates() ? Sight.everything() : access.all(actor));
    }
}
