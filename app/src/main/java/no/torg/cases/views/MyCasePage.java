package no.torg.cases.views;

import java.time.Instant;
import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.State;
import org.jspecify.annotations.Nullable;

/**
 * A case as its requester sees it.
 *
 * @param lastSeq number of the last message shown; what live updates ask to come after
 * @param readBy "Lest av Kari Lunde fredag kl. 09.31"; null when unread
 * @param reply null when the case can no longer be answered
 * @param why null when nothing is promised
 * @param whoSees who can see the case, in words
 * @param mayReopenUntil null unless the case is closed and may be opened again
 */
public record MyCasePage(Frame frame, String number, String title, State state, NextStep next, List<Entry> talk, int lastSeq, @Nullable String readBy,
                         @Nullable ReplyForm reply, List<Step> line, @Nullable Why why, String whoSees, String serviceName, String serviceSlug,
                         List<Answered> answers, boolean mayClose, @Nullable Instant mayReopenUntil) {
    /** Whether the reader has not read all that was said. */
    public boolean unread() {
        return talk.stream().anyMatch(entry -> entry instanceof Entry.Post post && post.unread());
    }
}
