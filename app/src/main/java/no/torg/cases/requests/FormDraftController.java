package no.torg.cases.requests;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps a form while it is filled in, and gives its fields again as the answers so far make them, with what is still to be corrected. */
@Controller
class FormDraftController {

    private final Requests requests;
    private final Filling filling;
    private final FormPages pages;
    private final Changes changes;

    FormDraftController(Requests requests, Filling filling, FormPages pages, Changes changes) {
        this.requests = requests;
        this.filling = filling;
        this.pages = pages;
        this.changes = changes;
    }

    @PostMapping("/services/{slug}/requests/draft")
    Page draft(Actor actor, Frame frame, HttpServletRequest request, @PathVariable String slug, @RequestParam(defaultValue = "") String page,
            @RequestParam(required = false) @Nullable String once, @RequestParam(defaultValue = "false") boolean checked) throws IOException {
        var service = requests.service(slug);
        var language = frame.words().language();
        var given = filling.lay(actor, language, service, page, request.getParameterMap());
        var refused = changes.told(request, service);
        refused.putAll(changes.receive(actor, request, service, given));
        filling.keep(actor, service, given);
        var shown = filling.show(actor, language, service, given, checked, refused);
        var saved = filling.draft(actor, service).map(DraftRepository.Draft::savedAt).orElse(null);
        return Page.fragment("cases/requests/redrawn", pages.page(actor, frame, shown, shown.page(page).orElse(shown.view().pages().getFirst()), once, saved));
    }
}
