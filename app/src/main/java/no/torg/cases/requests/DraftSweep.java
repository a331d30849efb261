package no.torg.cases.requests;

import java.time.Duration;
import java.time.Instant;

import no.torg.events.Loop;
import no.torg.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Throws away the forms that nobody went on with within the time their page tells, once an hour; the files among them go a day later. */
@Component
@ConditionalOnWebApplication
class DraftSweep implements SmartLifecycle {

    private final DraftRepository drafts;
    private final Tenants tenants;
    private final Loop loop;
    private volatile boolean running;

    DraftSweep(DraftRepository drafts, Tenants tenants) {
        this.drafts = drafts;
        this.tenants = tenants;
        this.loop = new Loop("torg-draft-sweep", Duration.ofHours(1), Duration.ZERO, () -> sweepAll(Instant.now()));
    }

    @Override
    public void start() {
        running = true;
        loop.start();
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

    void sweepAll(Instant now) {
        tenants.all().forEach(tenant -> tenant.run(() -> drafts.forgetBefore(now.minus(FormPages.KEPT))));
    }
}
