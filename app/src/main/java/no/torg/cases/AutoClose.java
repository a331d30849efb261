package no.torg.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.catalog.Services;
import no.torg.events.Consumer;
import no.torg.events.Event;
import no.torg.events.Moment;
import no.torg.events.NewEvent;
import no.torg.people.Actor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Closes a resolved case when the window in which its requester may open it again has passed. */
@Component
class AutoClose implements Consumer {

    private static final Actor CLOCK = Actor.system("clock");

    private final CaseRepository repository;
    private final Closures closures;
    private final Services services;

    AutoClose(CaseRepository repository, @Lazy Closures closures, @Lazy Services services) {
        this.repository = repository;
        this.closures = closures;
        this.services = services;
    }

    @Override
    public String name() {
        return "cases.auto-close";
    }

    @Override
    public Set<String> types() {
        return Set.of("cases.resolved");
    }

    @Override
    public Instant due(NewEvent event) {
        return services.reopenableUntil(UUID.fromString(event.data().get("service").toString()), event.data().get("version").toString(), event.at());
    }

    @Override
    public void deliver(List<Event> events) {
        events.forEach(event -> repository.lock(event.subject())
                .filter(file -> file.state() == CaseState.RESOLVED && file.stateSince().equals(event.at()))
                .ifPresent(file -> closures.close(CLOCK, file, "done", null, Moment.now())));
    }
}
