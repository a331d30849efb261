package no.torg.people;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import no.torg.verbs.Verb.Arguments;
import no.torg.verbs.Verb.Misuse;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom and what the words of a verb mean: persons by mail, units and teams by name, services by key. */
@Component
public class Meant {

    private final Persons persons;
    private final Roles roles;

    Meant(Persons persons, Roles roles) {
        this.persons = persons;
        this.roles = roles;
    }

    /** What a role is held over. */
    record Over(String kind, @Nullable UUID id) {
    }

    /** The person with this mail. */
    public UUID person(String mail) {
        return persons.byMail(mail).orElseThrow(() -> new Refused("people.mail.unknown", mail));
    }

    /** The team or unit that the option of that name holds, if it was given. */
    public Optional<UUID> option(Arguments arguments, String kind) {
        return arguments.given(kind).map(name -> roles.scopeNamed(kind, name));
    }

    Over over(Arguments arguments) {
        var given = Stream.of("team", "unit", "service").filter(kind -> arguments.given(kind).isPresent()).toList();
        if (given.size() > 1) {
            throw new Misuse("A role is held over one thing; give only one of --team, --unit and --service.");
        }
        return given.isEmpty() ? new Over("tenant", null) : new Over(given.getFirst(), option(arguments, given.getFirst()).orElseThrow());
    }
}
