package no.torg.files;

import java.util.UUID;

/** A file received from somebody and not yet hung on anything, or just hung; {@code size} in bytes. */
public record Upload(UUID id, String hash, String name, String mediaType, long size) {}
