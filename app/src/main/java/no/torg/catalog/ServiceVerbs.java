package no.torg.catalog;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.people.Persons;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Spoken;
import no.torg.verbs.Verb;
import no.torg.verbs.Verb.Arguments;
import no.torg.verbs.Verb.Misuse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Services from the command line: imported whole or not at all, bound, published and retired. */
@Configuration(proxyBeanMethods = false)
class ServiceVerbs {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Tenants tenants;
    private final Services services;
    private final Organisation organisation;
    private final Persons persons;

    ServiceVerbs(Tenants tenants, Services services, Organisation organisation, Persons persons) {
        this.tenants = tenants;
        this.services = services;
        this.organisation = organisation;
        this.persons = persons;
    }

    @Bean
    Verb serviceImport() {
        return here("service import", "DIR  import a service's folder as a draft, or print everything that is wrong with it", (said, out) -> {
            var imported = services.importFolder(OPERATOR, ServiceFolders.files(Path.of(said.word(0, "the folder"))));
            refuse(imported.problems());
            out.println("Imported " + imported.key() + " " + imported.version() + " as a draft; bind its slots, then ./torg service publish " + imported.key());
        });
    }

    @Bean
    Verb serviceBind() {
        return here("service bind", "KEY SLOT --team NAME | --person MAIL  let a team or a person fill a slot", (said, out) -> {
            if (said.options().containsKey("person")) {
                services.bindPerson(OPERATOR, said.word(0, "the service's id"), said.word(1, "the slot"), persons.byMail(said.option("person")).orElseThrow(() -> new Misuse("Nobody has that mail")));
            } else {
                UUID team = organisation.teamByName(said.option("team")).orElseThrow(() -> new Misuse("There is no team called " + said.option("team")));
                services.bindTeam(OPERATOR, said.word(0, "the service's id"), said.word(1, "the slot"), team);
            }
        });
    }

    @Bean
    Verb servicePublish() {
        return here("service publish", "KEY [--version V]  publish the version imported last, or the one named", (said, out) -> {
            var key = said.word(0, "the service's id");
            var version = said.options().containsKey("version") ? said.option("version")
                    : services.newestVersion(key).orElseThrow(() -> new Misuse("Nothing is imported for " + key));
            refuse(services.publish(OPERATOR, key, version));
            out.println("Published " + key + " " + version);
        });
    }

    @Bean
    Verb serviceRetire() {
        return here("service retire", "KEY  take a service out of the catalogue", (said, out) -> services.retire(OPERATOR, said.word(0, "the service's id")));
    }

    @Bean
    Verb serviceList() {
        return here("service list", " the published services", (said, out) -> services.published("en").forEach(service ->
                out.println(service.definition().id() + "\t" + service.definition().version() + "\t" + service.definition().texts("en").name())));
    }

    @Bean
    Verb serviceCheck() {
        return new Spoken("service check", "DIR  print everything that is wrong with a service's folder; nothing is imported", (said, out) -> {
            refuse(ServiceFolder.read(Path.of(said.word(0, "the folder")), null).problems());
            out.println("Nothing is wrong");
        });
    }

    private static void refuse(List<FolderProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Misuse(String.join("\n", problems.stream().map(FolderProblem::toString).toList()));
        }
    }

    private Verb here(String name, String usage, BiConsumer<Arguments, PrintStream> does) {
        return new Spoken(name, usage, (said, out) -> tenants.meant(said.options().get("tenant")).run(() -> does.accept(said, out)));
    }
}
