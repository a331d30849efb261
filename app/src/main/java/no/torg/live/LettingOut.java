package no.torg.live;

import java.time.Duration;

import no.torg.events.Job;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Ends the streams of those who have signed out or may no longer come in, within some seconds; with no stream open it asks nothing. */
@Component
@ConditionalOnWebApplication
class LettingOut extends Job {

    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Listeners listeners;

    LettingOut(Listeners listeners) {
        super("torg-live-sweep", EVERY);
        this.listeners = listeners;
    }

    @Override
    protected void work() {
        listeners.endThoseLetOut();
    }
}
