package no.torg.web;

import java.util.List;
import no.torg.verbs.Sentences;
import org.springframework.stereotype.Component;

/** Says refusals to the person at the terminal, in English. */
@Component
class RefusalSentences implements Sentences {
    private final Messages messages;

    RefusalSentences(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<String> of(RuntimeException refusal) {
        return switch (refusal) {
            case Refused refused -> List.of(messages.say(Language.EN, refused.key(), refused.args()));
            case Invalid invalid -> invalid.wrong().stream().map(one -> one.field() + ": " + messages.say(Language.EN, one.key(), one.args().toArray())).toList();
            case NotFound missing -> List.of("Not found: " + missing.getMessage());
            default -> List.of();
        };
    }
}
