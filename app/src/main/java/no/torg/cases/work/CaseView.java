package no.torg.cases.work;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A case as the API gives it. To those whose own it is, handler, team and priority show only where the service says so, the team's own time
 * never, and of messages only public ones.
 *
 * @param number     what people call it
 * @param title      in the caller's language
 * @param state      new, in-progress, waiting, resolved or closed
 * @param stateText  the state as the service words it
 * @param waitsFor   requester, third-party or date; null unless it waits
 * @param priority   1 (most urgent) to 5
 * @param impact     individual, group, unit or organisation
 * @param urgency    low, normal, high or critical
 * @param updated    when it last changed; to those whose own it is, when its state last did or somebody last wrote where they can read it
 * @param due        what the team works to; null where nothing is, and while the case waits
 * @param promised   what the requester was told
 * @param own        whether the caller is the requester or a party
 * @param unread     whether somebody else has written since the caller read
 */
public record CaseView(UUID id, String number, String title, String state, String stateText, @Nullable String waitsFor, Service service, Ref requester,
        @Nullable Ref team, @Nullable Ref handler, @Nullable Integer priority, @Nullable String impact, @Nullable String urgency, Instant opened,
        Instant updated, @Nullable Instant due, @Nullable Instant promised, @Nullable Instant resolved, @Nullable Instant closed,
        @Nullable LastMessage lastMessage, boolean own, boolean unread) {

    /** A person or a team. */
    public record Ref(UUID id, String name) {
    }

    /** The service that was asked for, and the version of it that the answers belong to. */
    public record Service(String slug, String name, String version) {
    }

    /** The last message that the caller may read, its beginning on one line. */
    public record LastMessage(Instant at, @Nullable String by, String snippet, boolean internal) {
    }
}
