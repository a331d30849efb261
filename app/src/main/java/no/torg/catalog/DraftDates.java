package no.torg.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import no.torg.people.Actor;

/** Seam: whoever keeps unsent forms tells when the actor's for a service was saved. */
public interface DraftDates {

    /** When the actor's draft was saved last; empty where there is none. */
    Optional<Instant> savedAt(Actor actor, UUID service);
}
