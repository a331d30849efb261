package no.torg.cases.work.views;

import java.util.List;
import no.torg.cases.views.Answered;
import no.torg.cases.views.Entry;
import no.torg.web.views.Pager;
import org.jspecify.annotations.Nullable;

/** The part of a case that its page shows. */
public sealed interface Section {
    /**
     * What has been said.
     *
     * @param older the way to what was said before; null where nothing was
     * @param lastSeq number of the last message shown; what live updates ask to come after
     * @param composer null for who may read but not answer
     */
    record Talk(List<Entry> entries, @Nullable String older, int lastSeq, @Nullable Composer composer) implements Section {
        /** Whether the reader has not read all of it. */
        public boolean unread() {
            return entries.stream().anyMatch(entry -> entry instanceof Entry.Post post && post.unread());
        }
    }

    /** What was asked for. */
    record Answers(List<Answered> answers) implements Section {}

    /** What has been done, newest first. */
    record History(List<HistoryRow> rows, Pager pager) implements Section {}
}
