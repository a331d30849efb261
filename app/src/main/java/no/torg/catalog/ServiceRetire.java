package no.torg.catalog;

import java.io.PrintStream;

import no.torg.people.Actor;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg service retire}. */
@Called(name = "service retire", usage = "KEY [--tenant T]", does = "take a service out of the catalogue; cases under way go on")
class ServiceRetire implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Services services;
    private final Tenants tenants;

    ServiceRetire(Services services, Tenants tenants) {
        this.services = services;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            services.retire(OPERATOR, arguments.word(0, "the service's key"));
            out.println("Retired " + arguments.words().getFirst() + ". A Torg that runs knows it within ten seconds.");
        });
    }
}
