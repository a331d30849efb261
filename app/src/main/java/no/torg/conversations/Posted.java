package no.torg.conversations;

import java.util.UUID;

/** A message that now stands in its thread, as number {@code seq}. */
public record Posted(UUID id, int seq) {
}
