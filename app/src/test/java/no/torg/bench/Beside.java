package no.torg.bench;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Clients who read page after page while something else goes on, until they are told that it is over. */
final class Beside {

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<Load.Result> result = new AtomicReference<>();
    private final Thread load;

    /** Begins at once; {@code pause} milliseconds after each page. */
    Beside(int port, int clients, long pause, Load.Ask ask) {
        load = Thread.ofPlatform().start(() -> {
            try {
                result.set(Load.until(port, clients, over::get, pause, ask));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Ends it and gives what they saw. */
    Load.Result over() throws InterruptedException {
        over.set(true);
        load.join();
        return result.get();
    }
}
