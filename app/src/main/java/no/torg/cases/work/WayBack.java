package no.torg.cases.work;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import no.torg.cases.work.WorkCounts.Counts;
import no.torg.cases.work.WorkPlace.Kind;
import no.torg.web.Words;
import no.torg.web.views.Crumb;
import org.jspecify.annotations.Nullable;

/** The way back from a case to the list it was opened from, as that was narrowed; to one's own cases where none is known. */
final class WayBack {

    private WayBack() {
    }

    /** The crumb; an address that is not one of our lists is not gone to. */
    static Crumb of(Words words, Counts counts, @Nullable String from) {
        var place = place(from);
        var title = place == null ? "" : WorkSide.title(words, counts, place);
        return from == null || title.isEmpty() ? new Crumb(words.say("cases.side.mine"), new WorkPlace(Kind.MINE, null).path()) : new Crumb(title, from);
    }

    /** An address that knows the list: it says so in {@code from}. */
    static String kept(String address, @Nullable String from) {
        return from == null || place(from) == null ? address : address + "?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
    }

    private static @Nullable WorkPlace place(@Nullable String from) {
        return from == null || from.chars().anyMatch(c -> c < ' ') ? null : WorkPlace.at(from.split("\\?", 2)[0]);
    }
}
