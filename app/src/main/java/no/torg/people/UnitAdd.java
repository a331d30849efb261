package no.torg.people;

import java.io.PrintStream;

import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg unit add}. */
@Called(name = "unit add", usage = "NAME [--parent NAME] [--number NUMBER] [--tenant T]",
        does = "add a unit to the organisation, below another or at the top")
class UnitAdd implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Organisation organisation;
    private final Roles roles;
    private final Tenants tenants;

    UnitAdd(Organisation organisation, Roles roles, Tenants tenants) {
        this.organisation = organisation;
        this.roles = roles;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var parent = arguments.given("parent").map(name -> roles.scopeNamed("unit", name)).orElse(null);
            organisation.addUnit(OPERATOR, arguments.word(0, "the name of the unit"), parent, arguments.option("number", ""));
            out.println("Added the unit " + arguments.words().getFirst() + ".");
        });
    }
}
