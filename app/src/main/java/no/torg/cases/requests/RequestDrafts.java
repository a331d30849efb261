package no.torg.cases.requests;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import no.torg.catalog.Services;
import no.torg.people.Actor;
import no.torg.web.Language;
import org.springframework.stereotype.Component;

/** The forms somebody has begun and not sent, for their own page. */
@Component
public class RequestDrafts {

    private final DraftRepository drafts;
    private final Services services;

    RequestDrafts(DraftRepository drafts, Services services) {
        this.drafts = drafts;
        this.services = services;
    }

    /** A form begun: the service's name in the reader's language, where to go on, and when the draft is deleted. */
    public record Begun(String service, String href, Instant savedAt, Instant deletedAt) {
    }

    /** The actor's drafts of services that are still published, newest first. */
    public List<Begun> of(Actor actor, Language language) {
        return drafts.begun(actor.id()).stream().map(draft -> services.byId(draft.service()).map(service -> new Begun(service.definition().texts(language.code()).name(),
                "/services/" + service.definition().slug() + "/requests/new", draft.savedAt(), draft.savedAt().plus(FormPages.KEPT))).orElse(null))
                .filter(Objects::nonNull).toList();
    }
}
