package no.torg.portal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import no.torg.cases.CaseTexts;
import no.torg.cases.RequesterCase;
import no.torg.cases.RequesterCases;
import no.torg.cases.RequesterCases.Before;
import no.torg.cases.requests.RequestDrafts;
import no.torg.people.Actor;
import no.torg.portal.views.DraftRow;
import no.torg.portal.views.MyPage;
import no.torg.web.Frame;
import no.torg.web.Page;
import no.torg.web.views.Pager;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** My page: one's cases with what happens next, and the forms one has begun. */
@Controller
class MeController {

    private static final int OPEN = 200;
    private static final int DONE = 25;

    private final RequesterCases cases;
    private final CaseTexts texts;
    private final RequestDrafts drafts;

    MeController(RequesterCases cases, CaseTexts texts, RequestDrafts drafts) {
        this.cases = cases;
        this.texts = texts;
        this.drafts = drafts;
    }

    @GetMapping("/me")
    Page me(Actor actor, Frame frame, @RequestParam(defaultValue = "false") boolean done, @RequestParam(required = false) @Nullable String before) {
        var words = frame.words();
        var begun = drafts.of(actor, words.language()).stream().map(draft -> new DraftRow(draft.service(), draft.href(), draft.savedAt(), draft.deletedAt())).toList();
        if (done) {
            var found = cases.done(actor, words.language(), before(before), DONE + 1);
            var shown = found.stream().limit(DONE).toList();
            var older = found.size() > DONE ? "/me?done=true&before=" + place(shown.getLast()) : null;
            return Page.of("portal/me", page(frame, List.of(), shown, begun, true, new Pager(before == null ? null : "/me?done=true", older, ""), null));
        }
        var open = cases.open(actor, words.language(), OPEN);
        var waiting = open.cases().stream().filter(RequesterCase::waitsForRequester).toList();
        var others = open.cases().stream().filter(file -> !file.waitsForRequester()).toList();
        return Page.of("portal/me", page(frame, waiting, others, begun, false, new Pager(null, null, ""), open.all()));
    }

    private MyPage page(Frame frame, List<RequesterCase> waiting, List<RequesterCase> files, List<DraftRow> begun, boolean done, Pager pager, @Nullable Integer open) {
        var words = frame.words();
        var tabs = List.of(new Tab(words.say("portal.me.open"), "/me", !done, open), new Tab(words.say("portal.me.done"), "/me?done=true", done));
        return new MyPage(frame, waiting.stream().map(file -> texts.summary(words, file)).toList(), tabs,
                files.stream().map(file -> texts.summary(words, file)).toList(), begun, pager);
    }

    private static String place(RequesterCase last) {
        return last.changed().getEpochSecond() + "." + last.changed().getNano() + "." + last.id();
    }

    private static @Nullable Before before(@Nullable String place) {
        if (place == null) {
            return null;
        }
        try {
            var parts = place.split("\\.", 3);
            var second = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            return new Before(second, UUID.fromString(parts[2]));
        } catch (RuntimeException malformed) {
            return null;
        }
    }
}
