package no.torg.files;

import java.time.Duration;

import no.torg.events.Loop;
import no.torg.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sweeps every tenant's files once an hour. */
@Component
@ConditionalOnWebApplication
class Sweeping implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofHours(1);

    private final Sweep sweep;
    private final Tenants tenants;
    private final Loop loop;
    private volatile boolean running;

    Sweeping(Sweep sweep, Tenants tenants) {
        this.sweep = sweep;
        this.tenants = tenants;
        this.loop = new Loop("torg-files-sweep", EVERY, Duration.ZERO, this::sweepAll);
    }

    @Override
    public void start() {
        loop.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        loop.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sweepAll() {
        for (var tenant : tenants.all()) {
            if (running) {
                tenant.run(() -> {
                    sweep.rows();
                    sweep.bytes();
                });
            }
        }
    }
}
