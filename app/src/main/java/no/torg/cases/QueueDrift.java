package no.torg.cases;

import java.util.UUID;

/** A team whose counts are not what its cases come to: counted and found. */
public record QueueDrift(UUID team, long open, long unassigned, long foundOpen, long foundUnassigned) {
}
