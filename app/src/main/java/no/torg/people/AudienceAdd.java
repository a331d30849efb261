package no.torg.people;

import java.io.PrintStream;
import java.util.Map;

import no.torg.people.Organisation.Audience;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg audience add}. */
@Called(name = "audience add", usage = "ID --nb NAME --nn NAME --en NAME [--tenant T]",
        does = "add or rename a kind of people that the tenant serves")
class AudienceAdd implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Organisation organisation;
    private final Tenants tenants;

    AudienceAdd(Organisation organisation, Tenants tenants) {
        this.organisation = organisation;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var known = organisation.audiences().stream().map(Audience::id).toList();
            var id = arguments.word(0, "the audience, as student");
            var position = known.contains(id) ? known.indexOf(id) : known.size();
            organisation.keepAudience(OPERATOR, new Audience(id, Map.of("nb", arguments.option("nb"), "nn", arguments.option("nn"), "en", arguments.option("en"))), position);
            out.println("The tenant serves " + id + ".");
        });
    }
}
