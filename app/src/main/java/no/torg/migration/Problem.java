package no.torg.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import no.torg.web.Language;
import no.torg.web.Messages;
import no.torg.web.Words;

/** Why a record cannot be read: the end of a message key and what fills its places, which are texts. */
record Problem(String what, List<String> args) {

    private static final String BETWEEN = "\u001F";

    static Problem of(String what, Object... args) {
        return new Problem(what, Arrays.stream(args).map(String::valueOf).toList());
    }

    /** As it is stored. */
    String stored() {
        var parts = new ArrayList<>(List.of(what));
        args.forEach(arg -> parts.add(arg.replace(BETWEEN, " ").replace("\0", " ")));
        return String.join(BETWEEN, parts);
    }

    static Problem of(String stored) {
        var parts = List.of(stored.split(BETWEEN, -1));
        return new Problem(parts.getFirst(), parts.subList(1, parts.size()));
    }

    String say(Words words) {
        return words.say("migration.problem." + what, args.toArray());
    }

    String say(Messages messages, Language language) {
        return messages.say(language, "migration.problem." + what, args.toArray());
    }
}
