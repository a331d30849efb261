package no.torg.cases.requests;

import java.io.IOException;
import java.util.List;

import no.torg.cases.Dialogue;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What a requester writes on their own case, and what they have begun to write. */
@Controller
class MyMessagesController {

    private final MyCasePages pages;
    private final Dialogue dialogue;
    private final Uploads uploads;

    MyMessagesController(MyCasePages pages, Dialogue dialogue, Uploads uploads) {
        this.pages = pages;
        this.dialogue = dialogue;
        this.uploads = uploads;
    }

    @GetMapping("/cases/{number}/messages")
    Page messages(Actor actor, Frame frame, @PathVariable String number) {
        return Page.fragment("cases/my-live", pages.page(actor, frame, number, null, List.of()));
    }

    @PostMapping("/cases/{number}/messages")
    Page post(Actor actor, Frame frame, @PathVariable String number, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String once, @RequestParam(required = false) @Nullable List<MultipartFile> files) throws IOException {
        var chosen = Uploads.chosen(files);
        try {
            var received = uploads.receive(actor, chosen);
            dialogue.reply(actor, number, text.replace("\r\n", "\n"), received, once.isEmpty() ? null : once);
        } catch (Refused refused) {
            var field = refused.key().startsWith("files.") ? "files" : "text";
            var error = new FieldError(field, frame.words().say("cases.reply.refused", frame.words().say(refused.key(), refused.args()), chosen.size()));
            return Page.of("cases/mine", pages.page(actor, frame.standingFor("/cases/" + number), number, text, List.of(error))).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Page.redirect("/cases/" + number + "#reply");
    }

    /** Remembers how far the actor has read. */
    @PostMapping("/cases/{number}/reading")
    Page read(Actor actor, @PathVariable String number, @RequestParam int seq, @RequestHeader(name = "HX-Request", required = false) @Nullable String partial) {
        dialogue.read(actor, number, seq);
        return partial == null ? Page.redirect("/cases/" + number) : Page.fragment("web/nothing", Boolean.TRUE);
    }

    @PostMapping("/cases/{number}/draft")
    Page draft(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String text) {
        dialogue.keepDraft(actor, number, Audience.PUBLIC, text);
        return Page.fragment("web/nothing", Boolean.TRUE);
    }
}
