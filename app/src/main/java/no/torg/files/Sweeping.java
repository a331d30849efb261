package no.torg.files;

import java.time.Duration;

import no.torg.events.Job;
import no.torg.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Sweeps every tenant's files once an hour. */
@Component
@ConditionalOnWebApplication
class Sweeping extends Job {

    private static final Duration EVERY = Duration.ofHours(1);

    private final Sweep sweep;
    private final Tenants tenants;

    Sweeping(Sweep sweep, Tenants tenants) {
        super("torg-files-sweep", EVERY);
        this.sweep = sweep;
        this.tenants = tenants;
    }

    @Override
    protected void work() {
        for (var tenant : tenants.all()) {
            if (isRunning()) {
                tenant.run(() -> {
                    sweep.rows();
                    sweep.bytes();
                });
            }
        }
    }
}
