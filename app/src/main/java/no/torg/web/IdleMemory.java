package no.torg.web;

import jakarta.annotation.PreDestroy;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Gives memory back when work has paused: the serial collector shrinks the heap only with a full collection, which it makes only when the heap is
 * full. When nothing has been collected for a while but something was since the last time, one is made; it takes about a tenth of a second.
 */
@Component
@ConditionalOnWebApplication
class IdleMemory {

    private static final int SECONDS = 15;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().daemon().name("idle-memory").unstarted(work));
    private long seen;
    private boolean rested;

    IdleMemory() {
        clock.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        var collections = collections();
        if (collections != seen) {
            seen = collections;
            rested = false;
        } else if (!rested) {
            System.gc();
            seen = collections();
            rested = true;
        }
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
