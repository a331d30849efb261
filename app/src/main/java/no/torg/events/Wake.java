package no.torg.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.stereotype.Component;

/** Tells this node's readers of the log that something was committed; another node's find out by their poll. */
@Component
class Wake {

    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();

    void add(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    void now() {
        sleepers.forEach(Runnable::run);
    }
}
