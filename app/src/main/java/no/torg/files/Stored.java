package no.torg.files;

/**
 * A file that is safely on disk: the SHA-256 of its bytes (64 lower-case hexadecimal digits), the cleaned name to show, the media type its
 * content was found to have, and its size in bytes.
 */
public record Stored(String hash, String name, String mediaType, long size) {}
