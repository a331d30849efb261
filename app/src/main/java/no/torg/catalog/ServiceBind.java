package no.torg.catalog;

import java.io.PrintStream;

import no.torg.people.Actor;
import no.torg.people.Meant;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg service bind}. */
@Called(name = "service bind", usage = "KEY SLOT --team NAME | --person EMAIL [--tenant T]", does = "let a team fill a slot of a service, or a person the owner's")
class ServiceBind implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Services services;
    private final Meant meant;
    private final Tenants tenants;

    ServiceBind(Services services, Meant meant, Tenants tenants) {
        this.services = services;
        this.meant = meant;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var key = arguments.word(0, "the service's key");
        var slot = arguments.word(1, "the slot");
        if (arguments.given("team").isPresent() == arguments.given("person").isPresent()) {
            throw new Misuse("Give --team NAME or --person EMAIL, one of the two.");
        }
        tenants.of(arguments).run(() -> {
            meant.option(arguments, "team").ifPresent(team -> services.bindTeam(OPERATOR, key, slot, team));
            arguments.given("person").map(meant::person).ifPresent(person -> services.bindPerson(OPERATOR, key, slot, person));
            out.println(arguments.given("team").orElseGet(() -> arguments.option("person")) + " now fills the slot " + slot + " of " + key + ".");
        });
    }
}
