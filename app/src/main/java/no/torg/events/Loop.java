package no.torg.events;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does a piece of work when woken, and at least as often as {@code poll} says; a failure is logged and waited out. */
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Duration poll;
    private final Duration gather;
    private final Runnable work;
    private volatile @Nullable Thread thread;
    private volatile boolean woken = true;
    private volatile boolean ended;

    /** A thread of this name that waits {@code gather} after it is woken, so that more may come. */
    public Loop(String name, Duration poll, Duration gather, Runnable work) {
        this.poll = poll;
        this.gather = gather;
        this.work = work;
        this.name = name;
    }

    /** Begins the work, also after it was ended. */
    public void start() {
        ended = false;
        woken = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Has the work done soon. */
    public void wake() {
        if (!woken) {
            woken = true;
            LockSupport.unpark(thread);
        }
    }

    /** Ends the thread when the piece of work at hand is done, or after five seconds. */
    public void end() {
        ended = true;
        var ending = thread;
        LockSupport.unpark(ending);
        try {
            if (ending != null) {
                ending.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!ended) {
            if (!woken) {
                LockSupport.parkNanos(poll.toNanos());
            }
            LockSupport.parkNanos(gather.toNanos());
            woken = false;
            try {
                work.run();
            } catch (RuntimeException failed) {
                if (!ended) {
                    LOG.warn("{} will try again: {}", name, failed.toString());
                    LockSupport.parkNanos(AFTER_FAILURE.toNanos());
                }
            }
        }
    }
}
