package no.torg.people;

import java.io.PrintStream;

import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg person invite}. */
@Called(name = "person invite", usage = "EMAIL [--tenant T]", does = "make the one-time link by which a person chooses a password")
class PersonInvite implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Persons persons;
    private final Links links;
    private final Tenants tenants;

    PersonInvite(Persons persons, Links links, Tenants tenants) {
        this.persons = persons;
        this.links = links;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var tenant = tenants.of(arguments);
        var mail = arguments.word(0, "the e-mail address");
        links.invitation(out, tenant, mail, tenant.ask(() -> persons.invite(OPERATOR, mail)));
    }
}
