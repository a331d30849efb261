package no.torg.people;

import java.io.PrintStream;

import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg affiliation add}. */
@Called(name = "affiliation add", usage = "EMAIL KIND --unit NAME [--tenant T]", does = "let a person belong to a unit, as student, employee, …")
class AffiliationAdd implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Organisation organisation;
    private final Meant meant;
    private final Tenants tenants;

    AffiliationAdd(Organisation organisation, Meant meant, Tenants tenants) {
        this.organisation = organisation;
        this.meant = meant;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var person = meant.person(arguments.word(0, "the e-mail address"));
            arguments.option("unit");
            organisation.affiliate(OPERATOR, person, arguments.word(1, "the kind"), meant.option(arguments, "unit").orElseThrow());
            out.println(arguments.words().getFirst() + " now belongs to " + arguments.option("unit") + " as " + arguments.words().get(1) + ".");
        });
    }
}
