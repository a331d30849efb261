package no.torg.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A case as its requester may know it: nothing in it is for staff only.
 *
 * @param handler who has it; null where nobody has, or the service does not say
 * @param waits   what it waits or waited for, oldest first
 */
public record RequesterCase(UUID id, String number, String title, CaseState state, Instant stateSince, UUID service, String version, String team,
        @Nullable String handler, Instant opened, Instant promised, @Nullable Instant firstReply, @Nullable Instant resolved, @Nullable Instant closed, Instant changed,
        @Nullable String snippet, List<Wait> waits) {

    /** A wait: for whom, from when, and until when it lasted or is to last; null while it is open with no date. */
    public record Wait(String waitFor, Instant since, @Nullable Instant until, @Nullable Instant ended) {
    }

    /** What the case waits for now: the oldest wait that has not ended. */
    public @Nullable Wait waitsFor() {
        return waits.stream().filter(wait -> wait.ended() == null).findFirst().orElse(null);
    }

    /** Whether the next step is the requester's. */
    public boolean waitsForRequester() {
        var wait = waitsFor();
        return state == CaseState.WAITING && wait != null && wait.waitFor().equals("requester");
    }

    /** By when an answer was promised; null where nothing was. */
    public @Nullable Instant promise() {
        return Times.orNull(promised);
    }
}
