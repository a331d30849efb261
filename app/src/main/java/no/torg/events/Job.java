package no.torg.events;

import java.time.Duration;

import org.springframework.context.SmartLifecycle;

/** Work that is done again and again while the application runs, by a thread of its own. */
public abstract class Job implements SmartLifecycle {

    private final Loop loop;
    private volatile boolean running;

    /** Work that a thread of this name does at the start and then so often. */
    protected Job(String name, Duration every) {
        this.loop = new Loop(name, every, Duration.ZERO, this::work);
    }

    /** One round of the work; long rounds look at {@link #isRunning}. */
    protected abstract void work();

    @Override
    public final void start() {
        running = true;
        loop.start();
    }

    @Override
    public final void stop() {
        running = false;
        loop.end();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
