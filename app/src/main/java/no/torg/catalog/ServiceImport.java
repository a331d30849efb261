package no.torg.catalog;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import no.torg.people.Actor;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg service import}: a folder becomes a draft, or everything that is wrong with it is told. */
@Called(name = "service import", usage = "DIR [--tenant T]", does = "import a service's folder as a draft, or tell all that is wrong with it")
class ServiceImport implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Services services;
    private final Tenants tenants;

    ServiceImport(Services services, Tenants tenants) {
        this.services = services;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var folder = Path.of(arguments.word(0, "the service's folder"));
        if (!Files.isDirectory(folder)) {
            throw new Misuse("There is no folder " + folder.toAbsolutePath());
        }
        tenants.of(arguments).run(() -> {
            var imported = services.importFolder(OPERATOR, folder);
            FolderProblem.refuse(imported.problems());
            var unbound = services.unbound(OPERATOR, imported.key());
            out.println("Imported " + imported.key() + " " + imported.version() + " as a draft.");
            unbound.forEach(slot -> out.println("Nobody fills the slot " + slot + " yet: ./torg service bind " + imported.key() + " " + slot
                    + (slot.equals(Bindings.OWNER) ? " --person EMAIL" : " --team NAME")));
            if (unbound.isEmpty()) {
                out.println("./torg service publish " + imported.key() + " lets people use it.");
            }
        });
    }
}
