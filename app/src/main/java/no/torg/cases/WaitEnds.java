package no.torg.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import no.torg.events.Consumer;
import no.torg.events.Event;
import no.torg.events.NewEvent;
import no.torg.people.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Ends a wait when its date comes, if the case still waits for it. */
@Component
class WaitEnds implements Consumer {

    private static final Actor CLOCK = Actor.system("clock");

    private final CaseRepository repository;
    private final Waits waits;

    WaitEnds(CaseRepository repository, @Lazy Waits waits) {
        this.repository = repository;
        this.waits = waits;
    }

    @Override
    public String name() {
        return "cases.wait-ends";
    }

    @Override
    public Set<String> types() {
        return Set.of("cases.waiting-began");
    }

    @Override
    public @Nullable Instant due(NewEvent event) {
        return event.data().get("until") instanceof Instant until ? until : null;
    }

    @Override
    public void deliver(List<Event> events) {
        events.forEach(event -> repository.lock(event.subject()).filter(file -> file.state() == CaseState.WAITING)
                .ifPresent(file -> waits.dateCame(CLOCK, file, event.at())));
    }
}
