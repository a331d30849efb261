package no.torg.people;

import java.io.PrintStream;

import no.torg.people.Roles.Held;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg role grant}. */
@Called(name = "role grant", usage = "EMAIL ROLE [--team NAME | --unit NAME | --service KEY] [--substitute-for EMAIL] [--tenant T]",
        does = "grant a person a role")
class RoleGrant implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Roles roles;
    private final Meant meant;
    private final Tenants tenants;

    RoleGrant(Roles roles, Meant meant, Tenants tenants) {
        this.roles = roles;
        this.meant = meant;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var person = meant.person(arguments.word(0, "the e-mail address"));
            var over = meant.over(arguments);
            var substitute = arguments.given("substitute-for").map(meant::person).orElse(null);
            roles.grant(OPERATOR, new Held(person, arguments.word(1, "the role"), over.kind(), over.id()), substitute);
            out.println(arguments.words().getFirst() + " is now " + arguments.words().get(1) + ".");
        });
    }
}
