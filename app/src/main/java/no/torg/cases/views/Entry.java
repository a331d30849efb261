package no.torg.cases.views;

import java.time.Instant;
import java.util.List;
import no.torg.web.views.Attachment;
import org.jspecify.annotations.Nullable;

/** Something in a case's dialogue, in the order it happened. */
public sealed interface Entry {
    /** When it happened. */
    Instant at();

    /**
     * A message.
     *
     * @param id what the page's address may point to
     * @param role the author's part in the case or team; null for the viewer
     * @param mine whether the viewer wrote it
     * @param note whether only staff may see it
     */
    record Post(String id, String author, String initials, @Nullable String role, boolean mine, boolean note, boolean unread, Instant at, String body,
                List<Attachment> files) implements Entry {}

    /** Something else that happened. */
    record Happening(String icon, String text, Instant at) implements Entry {}
}
