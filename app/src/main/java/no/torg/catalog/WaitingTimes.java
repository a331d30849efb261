package no.torg.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import no.torg.catalog.views.Measured;

/** Seam: whoever has the cases tells how long people wait for a service, and how often it is asked for. */
public interface WaitingTimes {

    /** The waiting time for the first reply over the last 90 days in working time; empty where fewer than ten have asked. */
    Optional<Measured> measured(UUID service);

    /** How many cases each of the tenant's services had opened over the last 90 days. */
    Map<UUID, Long> asked();
}
