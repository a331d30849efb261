package no.torg.demo;

import java.nio.file.Path;

import no.torg.catalog.ServiceFolders;
import no.torg.catalog.Services;
import no.torg.people.Actor;
import org.springframework.stereotype.Component;

/** The demo world's services: imported from their folders, bound and published. */
@Component
class DemoServices {

    private final Services services;

    DemoServices(Services services) {
        this.services = services;
    }

    void fill(Actor teller, Told told, Path folders, DemoPeople.Cast cast) {
        told.map("services").entries().forEach((key, bindings) -> {
            var imported = services.importFolder(teller, ServiceFolders.files(folders.resolve(key)));
            if (!imported.problems().isEmpty()) {
                throw new IllegalStateException("The service " + key + " is not right: " + imported.problems());
            }
            Told.of(bindings).entries().forEach((slot, who) -> bind(teller, key, slot, who.toString(), cast));
            var problems = services.publish(teller, key, imported.version());
            if (!problems.isEmpty()) {
                throw new IllegalStateException("The service " + key + " cannot be published: " + problems);
            }
        });
    }

    private void bind(Actor teller, String key, String slot, String who, DemoPeople.Cast cast) {
        var name = who.substring(who.indexOf(':') + 1);
        if (who.startsWith("team:")) {
            services.bindTeam(teller, key, slot, cast.teams().get(name));
        } else {
            services.bindPerson(teller, key, slot, cast.persons().get(name));
        }
    }
}
