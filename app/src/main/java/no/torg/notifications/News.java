package no.torg.notifications;

import java.time.Instant;
import java.util.UUID;

/** Something a person is to be told: {@code kind} is a message key's end, as {@code replied}. */
public record News(UUID person, UUID event, String subjectKind, UUID subject, String kind, Instant at) {
}
