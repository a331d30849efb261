package no.torg.cases.work;

import java.time.Instant;

import no.torg.cases.CaseState;
import no.torg.cases.CaseTexts;
import no.torg.cases.work.CaseView.LastMessage;
import no.torg.cases.work.CaseView.Ref;
import no.torg.catalog.ServiceDefinition;
import no.torg.catalog.Services;
import no.torg.conversations.MessageReads.Message;
import no.torg.people.Actor;
import no.torg.web.Words;
import no.torg.web.views.State;
import no.torg.web.views.State.Mark;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases as the API gives them, and their states in words. What a requester sees besides the dialogue is decided here, by the service's policy. */
@Component
class CaseViews {

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final Services services;

    CaseViews(Services services) {
        this.services = services;
    }

    CaseView of(Words words, ListedCase file) {
        var definition = definition(file);
        var service = new CaseView.Service(definition.slug(), definition.texts(words.language().code()).name(), file.version());
        var last = file.last() == null ? null : new LastMessage(file.last().at(), file.last().by(), file.last().snippet(), file.last().internal());
        var priority = shown(file, "priority");
        return new CaseView(file.id(), file.number(), file.title(), file.state().code(), state(words, file).text(), file.waitFor(), service, ref(file.requester()),
                shown(file, "team") ? ref(file.team()) : null, file.handler() != null && shown(file, "handler") ? ref(file.handler()) : null,
                priority ? file.priority() : null, priority ? file.impact() : null, priority ? file.urgency() : null, file.opened(), file.updated(),
                file.own() ? null : orNull(file.due()), orNull(file.promised()), file.resolved(), file.closed(), last, file.own(), file.unread());
    }

    /** Whether the reader sees that of the case: those who work with it always, its requester where the service says so. */
    boolean shown(ListedCase file, String property) {
        return !file.own() || definition(file).requesterSees().contains(property);
    }

    /** The state in the service's words, as those who work with the case see it; a wait says for whom. */
    State state(Words words, ListedCase file) {
        var mark = switch (file.state()) {
            case NEW -> Mark.NEW;
            case IN_PROGRESS -> Mark.WORK;
            case WAITING -> Mark.WAITS;
            case RESOLVED -> Mark.DONE;
            case CLOSED -> Mark.CLOSED;
        };
        var text = file.state() == CaseState.WAITING && file.waitFor() != null && !file.own()
                ? words.say("cases.work.waits." + file.waitFor()) : CaseTexts.state(words, definition(file), file.state());
        return new State(mark, text);
    }

    /** A state by its code, as the service words it. */
    String stateText(Words words, ListedCase file, String code) {
        return CaseTexts.state(words, definition(file), CaseState.of(code));
    }

    /** Who wrote a message: to a requester, staff are the team where the service does not show who has the case. */
    @Nullable String author(Actor actor, CaseSheet sheet, Message message) {
        var file = sheet.file();
        var named = actor.is(message.authorId()) || file.requester().id().equals(message.authorId()) || shown(file, "handler");
        return named ? message.author() : file.team().name();
    }

    ServiceDefinition definition(ListedCase file) {
        return services.definition(file.service(), file.version());
    }

    /** The time, or null where it stands for none. */
    static @Nullable Instant orNull(Instant time) {
        return time.isBefore(FAR) ? time : null;
    }

    private static Ref ref(ListedCase.Named named) {
        return new Ref(named.id(), named.name());
    }
}
