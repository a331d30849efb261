package no.torg.catalog;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.people.Scope;
import no.torg.web.Invalid;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Importing, binding and publishing services over the API, for administrators. */
@RestController
@RequestMapping("/api/services")
class ServiceSetupApi {

    private static final int LARGEST = 5 * 1024 * 1024;

    private final Services services;

    ServiceSetupApi(Services services) {
        this.services = services;
    }

    /** The version that is now a draft, and the slots that must be bound before it can be published. */
    public record ImportOutcome(String key, String version, Set<String> unbound) {
    }

    /** Who fills a slot: a team, or a person; one of the two. */
    public record Binding(@Nullable UUID team, @Nullable UUID person) {
    }

    /** The version to publish; the newest when missing. */
    public record Publication(@Nullable String version) {
    }

    /** Imports a service's folder, zipped, as a draft. All problems are told, by file and line, and then nothing is imported. */
    @PostMapping(path = "/import", consumes = "application/zip")
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary", description = "At most 5 MB")))
    ImportOutcome importZip(Actor actor, HttpServletRequest request) throws IOException {
        Administration.require(actor);
        var zip = request.getInputStream().readNBytes(LARGEST + 1);
        if (zip.length > LARGEST) {
            throw new Invalid("zip", "catalog.import.large", LARGEST / 1024 / 1024);
        }
        var imported = services.importZip(actor, zip);
        FolderProblem.refuse(imported.problems());
        return new ImportOutcome(imported.key(), imported.version(), services.unbound(actor, imported.key()));
    }

    /** Lets a team or a person fill a slot of the service. Whoever fills the slot owner owns the service, in place of the one before. */
    @PutMapping("/{key}/bindings/{slot}")
    @Scope("admin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bind(Actor actor, @PathVariable String key, @PathVariable String slot, @RequestBody Binding binding) {
        if ((binding.team() == null) == (binding.person() == null)) {
            throw new Invalid("team", "catalog.binding.one");
        }
        if (binding.team() != null) {
            services.bindTeam(actor, key, slot, binding.team());
        } else {
            services.bindPerson(actor, key, slot, binding.person());
        }
    }

    /** Publishes a version, after its own tests have passed once more here. All problems are told, by file and line. */
    @PostMapping("/{key}/publication")
    @Scope("admin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(Actor actor, @PathVariable String key, @RequestBody(required = false) @Nullable Publication wanted) {
        var version = wanted == null || wanted.version() == null ? services.newestVersion(key).orElseThrow(() -> new Refused("catalog.version.none")) : wanted.version();
        FolderProblem.refuse(services.publish(actor, key, version));
    }

    /** Takes the service out of the catalogue; cases under way finish under their version. */
    @DeleteMapping("/{key}/publication")
    @Scope("admin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(Actor actor, @PathVariable String key) {
        services.retire(actor, key);
    }
}
