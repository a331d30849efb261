package no.torg.cases.requests;

import java.util.List;
import java.util.Set;

import no.torg.forms.Component.Picker;
import no.torg.forms.Directory;
import no.torg.people.Actor;
import no.torg.people.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the persons and units that a form asks to have named, among the tenant's own. */
@Component
class PeopleDirectory {

    private final Persons persons;

    PeopleDirectory(Persons persons) {
        this.persons = persons;
    }

    Directory of(Actor actor) {
        return (kind, given, affiliations) -> kind == Picker.Kind.PERSON ? persons(actor, given, affiliations) : units(actor, given);
    }

    private List<Directory.Pick> persons(Actor actor, String given, Set<String> affiliations) {
        return persons.meant(actor, given, affiliations).stream().map(found -> new Directory.Pick(found.id().toString(), found.name(), note(found.mail()))).toList();
    }

    private List<Directory.Pick> units(Actor actor, String given) {
        return persons.unitsMeant(actor, given).stream().map(found -> new Directory.Pick(found.id().toString(), found.name(), note(found.mail()))).toList();
    }

    private static String note(@Nullable String mail) {
        return mail == null ? "" : mail;
    }
}
