package no.torg.people;

import java.io.PrintStream;

import no.torg.people.Roles.Held;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;
import no.torg.web.Refused;

/** {@code ./torg role revoke}. */
@Called(name = "role revoke", usage = "EMAIL ROLE [--team NAME | --unit NAME | --service KEY] [--tenant T]", does = "end a role that a person holds")
class RoleRevoke implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Roles roles;
    private final Meant meant;
    private final Tenants tenants;

    RoleRevoke(Roles roles, Meant meant, Tenants tenants) {
        this.roles = roles;
        this.meant = meant;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var person = meant.person(arguments.word(0, "the e-mail address"));
            var over = meant.over(arguments);
            var held = roles.current(new Held(person, arguments.word(1, "the role"), over.kind(), over.id())).orElseThrow(() -> new Refused("people.role.not-held"));
            roles.revoke(OPERATOR, held);
            out.println(arguments.words().getFirst() + " is no longer " + arguments.words().get(1) + ".");
        });
    }
}
