package no.torg.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads logs that were sent in, behind the answer to who sent them. One that breaks off says why; one that fails is tried again by {@link ImportJob}. */
@Component
class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final int BESIDE_EACH_OTHER = 2;
    private static final int TRIES = 5;

    private final Imports imports;
    private final Incoming incoming;
    private final Semaphore turn = new Semaphore(BESIDE_EACH_OTHER, true);
    private final Set<UUID> under = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> failed = new ConcurrentHashMap<>();

    Reading(Imports imports, Incoming incoming) {
        this.imports = imports;
        this.incoming = incoming;
    }

    /** Begins to read an import whose file is here, unless that is going on. */
    void begin(Actor actor, UUID id) {
        Administration.require(actor);
        var file = incoming.find(id);
        if (file.isEmpty() || !under.add(id)) {
            return;
        }
        var tenant = Tenant.current();
        Thread.startVirtualThread(() -> tenant.run(() -> {
            turn.acquireUninterruptibly();
            try {
                read(actor, id, file.get());
            } finally {
                turn.release();
                under.remove(id);
            }
        }));
    }

    /** Whether it is being read here, or waits for its turn. */
    boolean isUnder(UUID id) {
        return under.contains(id);
    }

    private void read(Actor actor, UUID id, Path file) {
        try (var in = Files.newInputStream(file)) {
            imports.read(actor, id, in, run -> { });
            var run = imports.get(actor, id);
            imports.hurry(actor, id);
            if (!run.trial()) {
                incoming.forget(id);
            }
            failed.remove(id);
        } catch (Refused taken) {
            // it was called broken meanwhile, or another reads it: whose it is now says how it ends
            LOG.info("The import {} is read by another or has ended", id);
        } catch (UncheckedIOException | IOException unreadable) {
            end(actor, id, "file");
        } catch (RuntimeException problem) {
            var tries = failed.merge(id, 1, Integer::sum);
            LOG.warn("The import {} could not be read, for the {}. time", id, tries, problem);
            if (tries >= TRIES) {
                end(actor, id, "failed");
            }
        }
    }

    private void end(Actor actor, UUID id, String why) {
        imports.broke(actor, id, why);
        incoming.forget(id);
        failed.remove(id);
    }
}
