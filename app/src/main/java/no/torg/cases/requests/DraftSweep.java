package no.torg.cases.requests;

import java.time.Duration;
import java.time.Instant;

import no.torg.events.Job;
import no.torg.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Throws away the forms that nobody went on with within the time their page tells, once an hour; the files among them go a day later. */
@Component
@ConditionalOnWebApplication
class DraftSweep extends Job {

    private final DraftRepository drafts;
    private final Tenants tenants;

    DraftSweep(DraftRepository drafts, Tenants tenants) {
        super("torg-draft-sweep", Duration.ofHours(1));
        this.drafts = drafts;
        this.tenants = tenants;
    }

    @Override
    protected void work() {
        sweepAll(Instant.now());
    }

    void sweepAll(Instant now) {
        tenants.all().forEach(tenant -> tenant.run(() -> drafts.forgetBefore(now.minus(FormPages.KEPT))));
    }
}
