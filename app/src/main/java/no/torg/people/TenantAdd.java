package no.torg.people;

import java.io.PrintStream;

import no.torg.people.Installations.Administrator;
import no.torg.people.Installations.NewTenant;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg tenant add}: a tenant with its first administrator. */
@Called(name = "tenant add", usage = "SLUG --name NAME --theme THEME --host HOST,HOST --admin-mail MAIL --admin-name NAME [--zone Europe/Oslo]",
        does = "add a tenant and its first administrator")
class TenantAdd implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Installations installations;
    private final Links links;

    TenantAdd(Installations installations, Links links) {
        this.installations = installations;
        this.links = links;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var administrator = new Administrator(arguments.option("admin-name"), arguments.option("admin-mail"));
        var added = installations.add(OPERATOR, new NewTenant(arguments.word(0, "the tenant's short name"), arguments.option("name"), arguments.option("theme"),
                arguments.option("zone", "Europe/Oslo"), arguments.list("host"), null, administrator));
        out.println("Added the tenant " + added.tenant().slug() + ", " + added.tenant().name() + ". A Torg that runs knows it within ten seconds.");
        links.invitation(out, added.tenant(), administrator.mail(), added.token());
    }
}
