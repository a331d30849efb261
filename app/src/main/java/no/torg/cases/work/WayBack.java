package no.torg.cases.work;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import no.torg.cases.work.WorkCounts.Counts;
import no.torg.cases.work.WorkPlace.Kind;
import no.torg.web.Words;
import no.torg.web.views.Crumb;
import org.jspecify.annotations.Nullable;

/** The list that a case was opened from, as that was narrowed: every address of the case carries it along in {@code from}. None where it is not known. */
record WayBack(@Nullable String from) {

    static final WayBack NONE = new WayBack(null);
    private static final WorkPlace MINE = new WorkPlace(Kind.MINE, null);

    /** An address that is not one of our lists is not gone to. */
    WayBack {
        from = from == null || place(from) == null ? null : from;
    }

    /** The crumb; it leads to one's own cases where nothing else is known. */
    Crumb crumb(Words words, Counts counts) {
        var place = place(from);
        var title = place == null ? "" : WorkSide.title(words, counts, place);
        return from == null || title.isEmpty() ? new Crumb(words.say("cases.side.mine"), MINE.path()) : new Crumb(title, from);
    }

    /** The list itself. */
    String list() {
        return from == null ? MINE.path() : from;
    }

    /** What an address of the case ends with so that it knows the list; empty where there is none. */
    String query() {
        return from == null ? "" : "?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
    }

    /** An address that knows the list. */
    String kept(String address) {
        return address + (address.contains("?") ? query().replaceFirst("\\?", "&") : query());
    }

    private static @Nullable WorkPlace place(@Nullable String from) {
        return from == null || from.chars().anyMatch(c -> c <= ' ' || c > '~') ? null : WorkPlace.at(from.split("\\?", 2)[0]);
    }
}
