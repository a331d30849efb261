package no.torg.web;

import com.sun.management.HotSpotDiagnosticMXBean;
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
 * full. When the young have been collected a few times and then not for some seconds, one is made that leaves little room; it takes about a tenth of a
 * second. While there is work the heap has room as is usual, for where there is little each new need of it is a full collection too.
 */
@Component
@ConditionalOnWebApplication
class IdleMemory {

    private static final int SECONDS = 5;
    private static final int WORTH_IT = 5;
    private static final HotSpotDiagnosticMXBean MACHINE = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().daemon().name("idle-memory").unstarted(work));
    private long seen;
    private long rested;

    IdleMemory() {
        clock.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        var collections = collections();
        if (collections == seen && collections - rested >= WORTH_IT) {
            room(10, 20);
            System.gc();
            room(40, 70);
            rested = collections();
        }
        seen = collections();
    }

    /** How much of the heap is free after a full collection, in percent. The machine refuses a least above the most, also between the two calls. */
    private static void room(int least, int most) {
        MACHINE.setVMOption("MinHeapFreeRatio", "0");
        MACHINE.setVMOption("MaxHeapFreeRatio", Integer.toString(most));
        MACHINE.setVMOption("MinHeapFreeRatio", Integer.toString(least));
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
