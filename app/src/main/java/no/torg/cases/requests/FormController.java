package no.torg.cases.requests;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.cases.requests.Filling.Shown;
import no.torg.forms.views.PageView;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Page;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form by which a service is asked for, page by page; without JavaScript every button is a POST that keeps what was typed. */
@Controller
class FormController {

    private final Requests requests;
    private final Filling filling;
    private final FormPages pages;
    private final Changes changes;

    FormController(Requests requests, Filling filling, FormPages pages, Changes changes) {
        this.requests = requests;
        this.filling = filling;
        this.pages = pages;
        this.changes = changes;
    }

    @GetMapping("/services/{slug}/requests/new")
    Page form(Actor actor, Frame frame, @PathVariable String slug, @RequestParam(required = false) @Nullable String page) {
        var service = requests.service(slug);
        var draft = filling.draft(actor, service).orElse(null);
        var shown = filling.show(actor, frame.words().language(), service, draft == null ? Map.of() : draft.given(), false);
        var wanted = "review".equals(page) ? null : shown.page(page == null ? "" : page).orElse(shown.view().pages().getFirst());
        return Page.of("cases/requests/form", pages.page(actor, frame, shown, wanted, null, draft == null ? null : draft.savedAt()));
    }

    @PostMapping("/services/{slug}/requests")
    Page send(Actor actor, Frame frame, HttpServletRequest request, @PathVariable String slug, @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "send") String go, @RequestParam(required = false) @Nullable String once,
            @RequestParam(defaultValue = "false") boolean checked) throws IOException {
        var service = requests.service(slug);
        if (go.equals("discard")) {
            filling.forget(actor, service);
            return Page.redirect("/services/" + slug);
        }
        var language = frame.words().language();
        var given = filling.lay(actor, language, service, page, request.getParameterMap());
        var refused = changes.receive(actor, request, service, given);
        var changed = changes.apply(go, given);
        filling.keep(actor, service, given);
        if (!refused.isEmpty()) {
            return again(actor, frame, filling.show(actor, language, service, given, checked, refused), page, once);
        }
        return switch (go) {
            case "previous" -> previous(filling.show(actor, language, service, given, false), page);
            case "next" -> next(actor, frame, filling.show(actor, language, service, given, true), page, once);
            default -> changed ? Page.redirect(FormPages.address(filling.show(actor, language, service, given, false), page))
                    : submit(actor, frame, filling.show(actor, language, service, given, true), once);
        };
    }

    private Page submit(Actor actor, Frame frame, Shown shown, @Nullable String once) {
        var submitted = requests.submit(actor, shown.service().definition().slug(), shown.given(), List.of(), once, "portal");
        if (submitted.opened() != null) {
            return Page.redirect("/cases/" + submitted.opened().number() + "/receipt");
        }
        var wrong = shown.firstWrong().orElseThrow(() -> new Refused("cases.requests.not-asked", String.join(", ", submitted.outcome().codes().keySet())));
        return again(actor, frame, shown, wrong.id(), once);
    }

    private Page next(Actor actor, Frame frame, Shown shown, String id, @Nullable String once) {
        var here = shown.page(id).orElse(shown.view().pages().getFirst());
        if (here.hasError()) {
            return again(actor, frame, shown, id, once);
        }
        var next = shown.indexOf(here) + 1;
        return Page.redirect(FormPages.address(shown, next < shown.view().pages().size() ? shown.view().pages().get(next).id() : "review"));
    }

    private static Page previous(Shown shown, String id) {
        var before = shown.page(id).map(shown::indexOf).orElse(shown.view().pages().size()) - 1;
        return Page.redirect(FormPages.address(shown, shown.view().pages().get(Math.max(0, before)).id()));
    }

    private Page again(Actor actor, Frame frame, Shown shown, String id, @Nullable String once) {
        PageView page = shown.page(id).orElse(shown.view().pages().getFirst());
        var saved = filling.draft(actor, shown.service()).map(DraftRepository.Draft::savedAt).orElse(null);
        return Page.of("cases/requests/form", pages.page(actor, frame.standingFor(FormPages.address(shown, page.id())), shown, page, once, saved)).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
