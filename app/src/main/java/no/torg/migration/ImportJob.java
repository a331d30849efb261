package no.torg.migration;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import no.torg.events.Job;
import no.torg.people.Actor;
import no.torg.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Works on imports that were sent in by a browser, and on those whose worker is gone. One that fails again and again is broken off, and holds up no other. */
@Component
@ConditionalOnWebApplication
class ImportJob extends Job {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final Actor IMPORT = Actor.system("import");
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration UNTOUCHED = Duration.ofSeconds(30);

    private static final Duration GONE = Duration.ofMinutes(30);
    private static final Duration NEVER_GIVEN_AGAIN = Duration.ofDays(7);
    private static final Duration TRIALS = Duration.ofDays(7);
    private static final Duration FILES = Duration.ofDays(2);
    private static final int TRIES = 5;

    private final Imports imports;
    private final Runs runs;
    private final Remains remains;
    private final Reading reading;
    private final Incoming incoming;
    private final Tenants tenants;
    private final Map<UUID, Integer> failed = new HashMap<>();

    ImportJob(Imports imports, Runs runs, Remains remains, Reading reading, Incoming incoming, Tenants tenants) {
        super("torg-imports", EVERY);
        this.imports = imports;
        this.runs = runs;
        this.remains = remains;
        this.reading = reading;
        this.incoming = incoming;
        this.tenants = tenants;
    }

    @Override
    protected void work() {
        incoming.sweep(FILES);
        tenants.all().forEach(tenant -> tenant.run(() -> {
            runs.unread(UNTOUCHED).forEach(this::read);
            remains.giveUp(GONE, NEVER_GIVEN_AGAIN);
            imports.tidy(IMPORT);
            remains.forget(TRIALS);
            runs.left(UNTOUCHED).forEach(this::work);
        }));
    }

    /** Goes on with one whose file is here; what waits for its turn here is not gone. */
    private void read(UUID id) {
        if (incoming.find(id).isPresent()) {
            runs.touch(id);
            reading.begin(IMPORT, id);
        }
    }

    private void work(UUID id) {
        try {
            imports.work(IMPORT, id, run -> { }, this::isRunning);
            failed.remove(id);
        } catch (RuntimeException problem) {
            var tries = failed.merge(id, 1, Integer::sum);
            LOG.warn("The import {} failed, for the {}. time", id, tries, problem);
            if (tries >= TRIES) {
                failed.remove(id);
                imports.broke(IMPORT, id, "failed");
            }
        }
    }
}
