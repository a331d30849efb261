package no.torg.people;

import java.io.PrintStream;

import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg team add}. */
@Called(name = "team add", usage = "NAME --unit NAME [--parent TEAM] [--tenant T]", does = "add a team of a unit")
class TeamAdd implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Organisation organisation;
    private final Roles roles;
    private final Tenants tenants;

    TeamAdd(Organisation organisation, Roles roles, Tenants tenants) {
        this.organisation = organisation;
        this.roles = roles;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var unit = roles.scopeNamed("unit", arguments.option("unit"));
            var parent = arguments.given("parent").map(name -> roles.scopeNamed("team", name)).orElse(null);
            organisation.addTeam(OPERATOR, arguments.word(0, "the name of the team"), unit, parent);
            out.println("Added the team " + arguments.words().getFirst() + ".");
        });
    }
}
