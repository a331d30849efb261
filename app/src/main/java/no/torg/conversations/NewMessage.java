package no.torg.conversations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message to post; {@code body} is text as typed, {@code files} are what hangs on it, in order; {@code externalId} is the sender's own name for it, by
 * which it is posted once only.
 */
public record NewMessage(@Nullable UUID author, Audience audience, String channel, String body, Instant at, List<Attachment> files,
        @Nullable String externalId) {

    /** The longest message: 100,000 characters. */
    public static final int LONGEST = 100_000;

    /** A file that was received and checked. */
    public record Attachment(String hash, String name, String mediaType, long size) {
    }
}
