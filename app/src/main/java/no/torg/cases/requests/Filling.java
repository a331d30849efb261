package no.torg.cases.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import no.torg.catalog.Outcome;
import no.torg.catalog.Services.Published;
import no.torg.files.Uploads;
import no.torg.forms.Form;
import no.torg.forms.Forms;
import no.torg.forms.views.ErrorView;
import no.torg.forms.views.FieldView;
import no.torg.forms.views.FormView;
import no.torg.forms.views.PageView;
import no.torg.people.Actor;
import no.torg.web.Language;
import no.torg.web.views.Attachment;
import org.springframework.stereotype.Component;

/** A form being filled in: what has been given so far lies in the draft, and each page sent is laid over it. */
@Component
class Filling {

    private final Requests requests;
    private final DraftRepository drafts;
    private final Uploads uploads;

    Filling(Requests requests, DraftRepository drafts, Uploads uploads) {
        this.requests = requests;
        this.drafts = drafts;
        this.uploads = uploads;
    }

    /** What the form shows now; what is wrong with the answers only where they were {@code checked}. */
    record Shown(Published service, Map<String, Object> given, Outcome outcome, boolean checked, FormView view) {

        Optional<PageView> page(String id) {
            return view.pages().stream().filter(page -> page.id().equals(id)).findFirst();
        }

        Optional<PageView> firstWrong() {
            return view.pages().stream().filter(PageView::hasError).findFirst();
        }

        int indexOf(PageView page) {
            return view.pages().stream().map(PageView::id).toList().indexOf(page.id());
        }
    }

    /** What was kept; a draft that is older than the form has answers to what is no longer asked, and they are left out. */
    Optional<DraftRepository.Draft> draft(Actor actor, Published service) {
        return drafts.of(actor.id(), service.id()).map(draft -> new DraftRepository.Draft(form(service).asked(draft.given()), draft.savedAt()));
    }

    Shown show(Actor actor, Language language, Published service, Map<String, Object> given, boolean checked) {
        return show(actor, language, service, given, checked, Map.of());
    }

    /** The same, with what is wrong with files that came along, by key. */
    Shown show(Actor actor, Language language, Published service, Map<String, Object> given, boolean checked, Map<String, ErrorView> refused) {
        var outcome = requests.check(actor, service, given);
        var texts = service.definition().texts(language.code());
        var errors = new LinkedHashMap<String, ErrorView>(checked ? outcome.errors(texts) : Map.of());
        errors.putAll(refused);
        return new Shown(service, given, outcome, checked, Forms.view(service.definition().form(), texts.form(), language.code(), outcome.evaluation(), errors));
    }

    /** The draft with a page's answers in place of those it had; what the page no longer sends, such as an empty box, is gone. */
    Map<String, Object> lay(Actor actor, Language language, Published service, String pageId, Map<String, String[]> parameters) {
        var given = new LinkedHashMap<>(draft(actor, service).map(DraftRepository.Draft::given).orElse(Map.of()));
        if (!pageId.isEmpty()) {
            show(actor, language, service, given, false).page(pageId).ifPresent(page -> keys(page.fields()).forEach(given::remove));
        }
        given.putAll(form(service).asked(Forms.given(parameters)));
        return given;
    }

    /** Keeps what the form asks for; more than a draft may hold is refused. */
    void keep(Actor actor, Published service, Map<String, Object> given) {
        var asked = form(service).asked(given);
        if (asked.values().stream().allMatch(value -> value instanceof String text && text.isBlank())) {
            drafts.forget(actor.id(), service.id());
        } else {
            drafts.keep(actor.id(), service.id(), asked);
        }
    }

    void forget(Actor actor, Published service) {
        drafts.forget(actor.id(), service.id());
    }

    /** The files that the given answers name, by id; only the actor's own. */
    Map<String, Attachment> files(Actor actor, Shown shown) {
        var ids = new ArrayList<UUID>();
        for (var key : shown.service().definition().form().fileKeys()) {
            texts(shown.given().get(key)).forEach(text -> id(text).ifPresent(ids::add));
        }
        var files = new LinkedHashMap<String, Attachment>();
        uploads.mine(actor, ids).forEach(file -> files.put(file.id().toString(),
                new Attachment(file.name(), "", file.mediaType(), file.size())));
        return files;
    }

    static List<String> texts(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> value.toString().isEmpty() ? List.of() : List.of(value.toString());
        };
    }

    private static Form form(Published service) {
        return service.definition().form();
    }

    private static List<String> keys(List<FieldView> fields) {
        var keys = new ArrayList<String>();
        for (var field : fields) {
            if (!field.path().isEmpty()) {
                keys.add(field.path());
            }
            keys.addAll(keys(field.fields()));
        }
        return keys;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
