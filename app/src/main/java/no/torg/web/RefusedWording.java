package no.torg.web;

import java.util.Optional;
import no.torg.verbs.Wording;
import org.springframework.stereotype.Component;

/** Says refusals in English at the command line. */
@Component
class RefusedWording implements Wording {
    private final Messages messages;

    RefusedWording(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<String> of(RuntimeException refused) {
        return switch (refused) {
            case Refused rule -> Optional.of(messages.say(Language.EN, rule.key(), rule.args()));
            case NotFound missing -> Optional.of("Not found: " + missing.getMessage());
            default -> Optional.empty();
        };
    }
}
