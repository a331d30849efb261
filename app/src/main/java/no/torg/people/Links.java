package no.torg.people;

import java.io.PrintStream;

import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses that a verb prints: the tenant's shortest host name and the port that the pages have on this machine. */
@Component
class Links {

    private final Tenants tenants;
    private final int port;

    Links(Tenants tenants, @Value("${server.port}") int port) {
        this.tenants = tenants;
        this.port = port;
    }

    /** Prints the link by which somebody chooses a password. */
    void invitation(PrintStream out, Tenant tenant, String mail, String token) {
        var host = tenants.hosts(tenant).stream().findFirst().orElse("localhost");
        out.println("The link by which " + mail + " chooses a password; it can be used once, in the next " + Persons.LINK_LIVES.toDays() + " days:");
        out.println("http://" + host + (port == 80 ? "" : ":" + port) + "/password/" + token);
    }
}
