package no.torg.catalog;

import java.io.PrintStream;

import no.torg.people.Actor;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;
import no.torg.web.Refused;

/** {@code ./torg service publish}. */
@Called(name = "service publish", usage = "KEY [--version VERSION] [--tenant T]", does = "let people use the newest version of a service, or the one named")
class ServicePublish implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Services services;
    private final Tenants tenants;

    ServicePublish(Services services, Tenants tenants) {
        this.services = services;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var key = arguments.word(0, "the service's key");
            var version = arguments.given("version").or(() -> services.newestVersion(key)).orElseThrow(() -> new Refused("catalog.version.none"));
            FolderProblem.refuse(services.publish(OPERATOR, key, version));
            out.println("Published " + key + " " + version + ". A Torg that runs knows it within ten seconds.");
        });
    }
}
