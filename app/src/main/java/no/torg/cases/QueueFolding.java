package no.torg.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import no.torg.events.Job;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Folds the deltas of all teams' counts every ten seconds, on any node, and once an hour compares the counts with the cases themselves. */
@Component
@ConditionalOnWebApplication
public class QueueFolding extends Job {

    private static final Logger LOG = LoggerFactory.getLogger(QueueFolding.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration COMPARED_EVERY = Duration.ofHours(1);

    private final QueueCounts counts;
    private final Tenants tenants;
    private Instant compared = Instant.now();
    private volatile boolean paused;

    QueueFolding(QueueCounts counts, Tenants tenants) {
        super("torg-queue-folding", EVERY);
        this.counts = counts;
        this.tenants = tenants;
    }

    /** Lets the deltas lie until resumed; for measuring reads alone. */
    public void pause(boolean pause) {
        paused = pause;
    }

    /** The teams of the bound tenant whose counts are not what their cases come to; none, unless something is wrong. */
    public List<QueueDrift> drift() {
        return counts.drift();
    }

    @Override
    protected void work() {
        if (paused) {
            return;
        }
        var compare = compared.plus(COMPARED_EVERY).isBefore(Instant.now());
        for (var tenant : tenants.all()) {
            tenant.run(() -> fold(tenant, compare));
        }
        compared = compare ? Instant.now() : compared;
    }

    private void fold(Tenant tenant, boolean compare) {
        while (isRunning() && counts.fold() == QueueCounts.FOLD) {
            LOG.debug("{}: more deltas than one round folds", tenant.slug());
        }
        if (compare) {
            counts.drift().forEach(drift -> LOG.warn("{}: the counts of team {} have drifted: {}", tenant.slug(), drift.team(), drift));
        }
    }
}
