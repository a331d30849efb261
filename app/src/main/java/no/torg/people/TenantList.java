package no.torg.people;

import java.io.PrintStream;

import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg tenant list}. */
@Called(name = "tenant list", does = "list the tenants and where they answer")
class TenantList implements Verb {

    private final Tenants tenants;

    TenantList(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.all().forEach(tenant -> out.println("%s  %s  %s  %s".formatted(tenant.slug(), tenant.name(), tenant.zone().getId(), String.join(", ", tenants.hosts(tenant)))));
    }
}
