package no.torg.cases.work;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import no.torg.cases.Dialogue;
import no.torg.cases.Dialogue.Then;
import no.torg.cases.Dialogue.Writing;
import no.torg.cases.work.DeskPages.Look;
import no.torg.cases.work.DeskPages.Typed;
import no.torg.conversations.Audience;
import no.torg.files.Uploads;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Page;
import no.torg.web.Refused;
import no.torg.web.views.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Replies and notes from a case's page: two texts, each with its button; where the button and the text that lies on top disagree, nothing is sent. */
@Controller
class DeskMessagesController {

    private final Dialogue dialogue;
    private final Uploads uploads;
    private final DeskPages pages;

    DeskMessagesController(Dialogue dialogue, Uploads uploads, DeskPages pages) {
        this.dialogue = dialogue;
        this.uploads = uploads;
        this.pages = pages;
    }

    @PostMapping("/work/cases/{number}/messages")
    Page post(Actor actor, Frame frame, @PathVariable String number, WayBack back, @RequestParam(defaultValue = "public") String audience, @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "") String reply, @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "nothing") String then, @RequestParam(defaultValue = "") String once,
            @RequestParam(required = false) @Nullable List<MultipartFile> files, @RequestHeader(name = "HX-Request", required = false) @Nullable String partial) throws IOException {
        var internal = audience.equals("internal");
        var chosen = Uploads.chosen(files);
        var noteOnTop = mode.isEmpty() ? internal : mode.equals("note");
        var text = (internal ? note : reply).replace("\r\n", "\n");
        try {
            if (noteOnTop != internal) {
                throw new Refused("cases.composer.either");
            }
            var sent = uploads.receive(actor, chosen);
            dialogue.write(actor, number, new Writing(internal ? Audience.INTERNAL : Audience.PUBLIC, text, sent, "portal", internal ? Then.NOTHING : then(then), once.isEmpty() ? null : once));
            keepOther(actor, number, internal ? Audience.PUBLIC : Audience.INTERNAL, internal ? reply : note);
        } catch (Refused refused) {
            var why = frame.words().say("cases.reply.refused", frame.words().say(refused.key(), refused.args()), chosen.size());
            var error = new FieldError(refused.key().startsWith("files.") ? "composer-files" : noteOnTop ? "note-text" : "reply-text", why);
            return shown(actor, frame, number, back, new Typed(reply, note, noteOnTop, List.of(error)), partial).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return partial == null ? Page.redirect(back.kept("/work/cases/" + number) + "#composer") : shown(actor, frame, number, back, new Typed("", "", internal, List.of()), partial);
    }

    /** Keeps what was typed; a reply and a note each in its own draft. */
    @PostMapping("/work/cases/{number}/draft")
    Page draft(Actor actor, @PathVariable String number, @RequestParam(required = false) @Nullable String reply, @RequestParam(required = false) @Nullable String note) {
        if (reply != null) {
            dialogue.keepDraft(actor, number, Audience.PUBLIC, reply.replace("\r\n", "\n"));
        }
        if (note != null) {
            dialogue.keepDraft(actor, number, Audience.INTERNAL, note.replace("\r\n", "\n"));
        }
        return Page.fragment("web/nothing", Boolean.TRUE);
    }

    /** The text that was not sent came along in the form, and stays a draft. */
    private void keepOther(Actor actor, String number, Audience audience, String text) {
        if (!text.isBlank()) {
            dialogue.keepDraft(actor, number, audience, text.replace("\r\n", "\n"));
        }
    }

    private Page shown(Actor actor, Frame frame, String number, WayBack back, Typed typed, @Nullable String partial) {
        var page = pages.page(actor, frame.standingFor(back.kept("/work/cases/" + number)), number, Look.typed(typed, back));
        if (page == null) {
            return Page.redirect("/cases/" + number);
        }
        return partial == null ? Page.of("cases/work/case", page) : Page.fragment("cases/work/desk", page);
    }

    private static Then then(String code) {
        try {
            return Then.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            return Then.NOTHING;
        }
    }
}
