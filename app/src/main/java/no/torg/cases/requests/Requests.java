package no.torg.cases.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import no.torg.cases.Cases;
import no.torg.cases.NewCase;
import no.torg.catalog.Outcome;
import no.torg.catalog.Services;
import no.torg.catalog.Services.Published;
import no.torg.conversations.NewMessage.Attachment;
import no.torg.events.Moment;
import no.torg.files.Uploads;
import no.torg.forms.Asking;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door by which a need comes in: the service's form decides whether the answers are right, and then a case stands. */
@Component
public class Requests {

    private final Services services;
    private final Cases cases;
    private final PeopleDirectory directory;
    private final Uploads uploads;
    private final DraftRepository drafts;
    private final TransactionTemplate transaction;

    Requests(Services services, Cases cases, PeopleDirectory directory, Uploads uploads, DraftRepository drafts,
            PlatformTransactionManager transactions) {
        this.services = services;
        this.cases = cases;
        this.directory = directory;
        this.uploads = uploads;
        this.drafts = drafts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What came of a request: a case, or an outcome that says what is wrong. */
    public record Submitted(Outcome outcome, Cases.@Nullable Opened opened) {
    }

    /** The published service at this address, or not found. */
    public Published service(String slug) {
        return services.bySlug(slug).orElseThrow(() -> new NotFound("service " + slug));
    }

    /** What the form makes of the answers so far; nothing is kept. */
    public Outcome check(Actor actor, Published service, Map<String, ?> given) {
        return service.definition().outcome(given, asking(actor, service), services.setup(service));
    }

    /**
     * Opens a case if the answers are right; the draft is gone then. {@code key} makes a request that is sent twice one case. {@code more} are
     * attachments beside those that the form asks for, by upload id.
     */
    public Submitted submit(Actor actor, String slug, Map<String, ?> given, List<UUID> more, @Nullable String key, String channel) {
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw new Refused("cases.requests.key");
        }
        var service = service(slug);
        var before = cases.openedBefore(actor, key);
        var outcome = check(actor, service, given);
        var decision = outcome.decision();
        if (before != null || decision == null) {
            return new Submitted(outcome, before);
        }
        try {
            return transaction.execute(status -> {
                var opened = cases.open(actor, made(actor, service, outcome, decision, files(actor, service, outcome, more), key, channel));
                drafts.forget(actor.id(), service.id());
                return new Submitted(outcome, opened);
            });
        } catch (Cases.KeyTaken taken) {
            return new Submitted(outcome, cases.openedBefore(actor, key));
        }
    }

    private NewCase made(Actor actor, Published service, Outcome outcome, Outcome.Decision decision, List<Attachment> files, @Nullable String key, String channel) {
        var definition = service.definition();
        var stored = outcome.evaluation().stored();
        return new NewCase(service.id(), definition.version(), definition.kind().code(), decision.titles(), decision.titleKey(), decision.titleArgs(), actor.id(),
                belonging(actor, service).map(Actor.Belonging::unit).orElse(null), service.team(decision.slot()), decision.impact().code(),
                decision.urgency().code(), decision.priority(), channel, Moment.now(), decision.firstReplyBy(), decision.resolveBy(), decision.promised(), stored,
                message(service, stored, decision.titles().getOrDefault(actor.language().code(), "")), files, key);
    }

    /** What the requester wrote in their own words, as typed; where nothing was, the title says it. */
    private static String message(Published service, Map<String, Object> stored, String title) {
        var texts = service.definition().form().longTexts().stream().map(stored::get).filter(String.class::isInstance).map(String.class::cast).toList();
        return texts.isEmpty() ? title : String.join("\n\n", texts);
    }

    private List<Attachment> files(Actor actor, Published service, Outcome outcome, List<UUID> more) {
        var ids = new ArrayList<UUID>();
        for (var key : service.definition().form().fileKeys()) {
            if (outcome.evaluation().stored().get(key) instanceof List<?> named) {
                named.forEach(name -> ids.add(uploadId(name)));
            }
        }
        ids.addAll(more);
        return ids.isEmpty() ? List.of() : uploads.use(actor, ids, UUID.randomUUID()).stream()
                .map(file -> new Attachment(file.hash(), file.name(), file.mediaType(), file.size())).toList();
    }

    private static UUID uploadId(Object name) {
        try {
            return UUID.fromString(name.toString());
        } catch (IllegalArgumentException malformed) {
            throw new Refused("files.upload.unknown");
        }
    }

    private Asking asking(Actor actor, Published service) {
        var belonging = belonging(actor, service);
        Instant now = Moment.now();
        return new Asking(new Asking.Person(belonging.map(Actor.Belonging::kind).orElse(null), belonging.map(known -> known.unit().toString()).orElse(null),
                actor.language().code()), now, Tenant.current().zone(), directory.of(actor));
    }

    /** As what the person asks: the first of their belongings that the service is for, else the first of all. */
    private static Optional<Actor.Belonging> belonging(Actor actor, Published service) {
        return actor.affiliations().stream().filter(known -> service.definition().audiences().contains(known.kind())).findFirst()
                .or(() -> actor.affiliations().stream().findFirst());
    }
}
