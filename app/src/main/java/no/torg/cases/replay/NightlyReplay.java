package no.torg.cases.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import no.torg.events.Job;
import no.torg.events.Moment;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Replays each tenant's log once a night, on one node; what a stop broke off goes on when there is a node again. */
@Component
@ConditionalOnWebApplication
class NightlyReplay extends Job {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyReplay.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int FROM_HOUR = 2;
    private static final int TO_HOUR = 5;

    private final Replaying replaying;
    private final Replays replays;
    private final Tenants tenants;

    NightlyReplay(Replaying replaying, Replays replays, Tenants tenants) {
        super("torg-replay", EVERY);
        this.replaying = replaying;
        this.replays = replays;
        this.tenants = tenants;
    }

    @Override
    protected void work() {
        tenants.all().forEach(tenant -> tenant.run(() -> night(tenant)));
    }

    /** The night that it is at the tenant's: from two to five in the morning, by the date then. */
    static Optional<LocalDate> night(Tenant tenant, Instant now) {
        var there = now.atZone(tenant.zone());
        return there.getHour() >= FROM_HOUR && there.getHour() < TO_HOUR ? Optional.of(there.toLocalDate()) : Optional.empty();
    }

    private void night(Tenant tenant) {
        night(tenant, Moment.now()).ifPresent(replays::begin);
        for (var id : replays.unfinished()) {
            var done = replaying.work(id, Replaying.SLICE, new Resting(this::isRunning));
            if (done.ended() != null && !done.good()) {
                LOG.warn("{}: the replay of the log found differences, which ./torg replay show tells: {}", tenant.slug(), done);
            }
        }
    }
}
