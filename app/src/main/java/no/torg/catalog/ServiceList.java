package no.torg.catalog;

import java.io.PrintStream;

import no.torg.people.Actor;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg service list}. */
@Called(name = "service list", usage = "[--tenant T]", does = "list a tenant's services and their versions")
class ServiceList implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Services services;
    private final Tenants tenants;

    ServiceList(Services services, Tenants tenants) {
        this.services = services;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> services.all(OPERATOR).forEach(service -> {
            var unbound = services.unbound(OPERATOR, service.key());
            out.println("%s  newest %s  %s%s".formatted(service.key(), service.newest(), state(service),
                    unbound.isEmpty() ? "" : "  nobody fills " + String.join(", ", unbound)));
        }));
    }

    private static String state(Services.Known service) {
        if (service.retired()) {
            return "retired";
        }
        return service.published() == null ? "draft" : "published " + service.published();
    }
}
