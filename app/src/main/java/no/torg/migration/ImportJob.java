package no.torg.migration;

import java.time.Duration;

import no.torg.events.Job;
import no.torg.people.Actor;
import no.torg.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Works on imports that were sent in by a browser, and on those whose worker is gone. */
@Component
@ConditionalOnWebApplication
class ImportJob extends Job {

    private static final Actor IMPORT = Actor.system("import");
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration UNTOUCHED = Duration.ofSeconds(1);

    private final Imports imports;
    private final Runs runs;
    private final Tenants tenants;

    ImportJob(Imports imports, Runs runs, Tenants tenants) {
        super("torg-imports", EVERY);
        this.imports = imports;
        this.runs = runs;
        this.tenants = tenants;
    }

    @Override
    protected void work() {
        for (var left : runs.left(UNTOUCHED)) {
            tenants.byId(left.tenant()).ifPresent(tenant -> tenant.run(() -> imports.work(IMPORT, left.run(), run -> { }, this::isRunning)));
        }
    }
}
