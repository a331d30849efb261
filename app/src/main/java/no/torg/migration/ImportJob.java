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
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration UNTOUCHED = Duration.ofSeconds(30);

    private static final Duration GONE = Duration.ofMinutes(30);

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
        tenants.all().forEach(tenant -> tenant.run(() -> {
            runs.giveUp(GONE);
            imports.tidy(IMPORT);
            runs.left(UNTOUCHED).forEach(id -> imports.work(IMPORT, id, run -> { }, this::isRunning));
        }));
    }
}
