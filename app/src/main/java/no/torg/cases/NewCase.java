package no.torg.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.conversations.NewMessage.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * A need that has been checked and is to become a case.
 *
 * @param titles   the title by language code
 * @param answers  typed, as stored
 * @param message  what the requester wrote, the case's first message
 * @param key      the idempotency key it came with, if any
 */
public record NewCase(UUID service, String serviceVersion, String kind, Map<String, String> titles, String titleKey, Map<String, Object> titleArgs,
        UUID requester, @Nullable UUID unit, UUID team, String impact, String urgency, int priority, String channel, Instant at,
        @Nullable Instant firstReplyDue, @Nullable Instant resolutionDue, @Nullable Instant promised, Map<String, Object> answers, String message,
        List<Attachment> files, @Nullable String key) {
}
