package no.torg.people;

import java.io.PrintStream;

import no.torg.people.Roles.Held;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;
import no.torg.web.Language;

/** {@code ./torg admin create}. */
@Called(name = "admin create", usage = "EMAIL --name NAME [--tenant T]", does = "make an administrator, of a tenant that is there")
class AdminCreate implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Persons persons;
    private final Roles roles;
    private final Links links;
    private final Tenants tenants;

    AdminCreate(Persons persons, Roles roles, Links links, Tenants tenants) {
        this.persons = persons;
        this.roles = roles;
        this.links = links;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var tenant = tenants.of(arguments);
        var mail = arguments.word(0, "the e-mail address");
        var token = tenant.ask(() -> {
            var person = persons.byMail(mail).orElseGet(() -> persons.add(OPERATOR, arguments.option("name"), mail, null, Language.NB));
            roles.grant(OPERATOR, new Held(person, RoleKind.ADMINISTRATOR.code(), "tenant", null), null);
            return persons.invite(OPERATOR, person);
        });
        links.invitation(out, tenant, mail, token);
    }
}
