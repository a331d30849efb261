package no.torg.cases;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import no.torg.people.Actor;

/** The rule of {@link CaseAccess} as terms of the search index. */
public final class CaseTerms {

    private CaseTerms() {
    }

    static String person(UUID id) {
        return "person:" + id;
    }

    static String team(UUID id) {
        return "team:" + id;
    }

    static String service(UUID id) {
        return "service:" + id;
    }

    /** The terms by which the actor finds cases; what is found is read through the access condition all the same. */
    public static Set<String> of(Actor actor) {
        var terms = new HashSet<String>();
        terms.add(person(actor.id()));
        actor.covered().forEach(team -> terms.add(team(team)));
        actor.services().forEach(service -> terms.add(service(service)));
        return terms;
    }
}
