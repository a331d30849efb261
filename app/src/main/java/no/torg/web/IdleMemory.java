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
 * full. When the young have been collected a few times and then not for some seconds, one is made; it takes about a tenth of a second.
 */
@Component
@ConditionalOnWebApplication
class IdleMemory {

    private static final int SECONDS = 5;
    private static final int WORTH_IT = 5;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().daemon().name("idle-memory").unstarted(work));
    private long seen;
    private long rested;

    IdleMemory() {
        clock.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        var collections = collections();
        if (collections == seen && collections - rested >= WORTH_IT) {
            System.gc();
            rested = collections();
        }
        seen = collections();
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
