package no.torg.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import no.torg.cases.imports.ImportedCases.Source;
import no.torg.catalog.FolderProblem;
import no.torg.catalog.Services;
import no.torg.catalog.Topics;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.people.Roles;
import no.torg.people.Roles.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The service that imported cases are of: the organisation's own by its key, else one that is made for them, which has an owner and figures and cannot be ordered. */
@Component
class SourceCatalogue {

    private static final String VERSION = "1.0.0";

    /** What a service must have that is for somebody and about something, in an organisation that has neither yet. */
    private static final Map<String, String> EMPLOYEES = Map.of("nb", "Ansatte", "nn", "Tilsette", "en", "Employees");
    private static final Map<String, String> IMPORTED = Map.of("nb", "Fra andre systemer", "nn", "Frå andre system", "en", "From other systems");

    private final Services services;
    private final Organisation organisation;
    private final Topics topics;
    private final Roles roles;
    private final JsonMapper json;

    SourceCatalogue(Services services, Organisation organisation, Topics topics, Roles roles, JsonMapper json) {
        this.services = services;
        this.organisation = organisation;
        this.topics = topics;
        this.roles = roles;
        this.json = json;
    }

    /** The service, made and owned by {@code owner} if it is new; {@code team} fills its slot. */
    Source of(Actor actor, Mapping mapping, UUID team, @Nullable UUID owner) {
        var key = mapping.source().key();
        var known = services.all(actor).stream().filter(one -> one.key().equals(key) && (one.published() != null || one.newest() != null)).findFirst();
        if (known.isEmpty()) {
            make(actor, mapping, team);
        }
        if (owner != null) {
            own(actor, services.idOf(key), owner);
        }
        var version = known.map(one -> one.published() == null ? one.newest() : one.published()).orElse(VERSION);
        return new Source(services.idOf(key), version, mapping.source().kind(), mapping.scheme());
    }

    /** Whether somebody owns the service that the cases are of, and so sees them all. */
    boolean owned(Mapping mapping) {
        var key = mapping.source().key();
        return services.everPublished("nb").stream().filter(one -> one.definition().id().equals(key)).anyMatch(one -> roles.isHeld("service-owner", one.id()));
    }

    private void own(Actor actor, UUID service, UUID owner) {
        var held = new Held(owner, "service-owner", "service", service);
        if (roles.current(held).isEmpty()) {
            roles.grant(actor, held, null);
        }
    }

    private void make(Actor actor, Mapping mapping, UUID team) {
        var key = mapping.source().key();
        if (organisation.audiences().isEmpty()) {
            organisation.keepAudience(actor, new Organisation.Audience("employee", EMPLOYEES), 1);
        }
        if (topics.all().isEmpty()) {
            topics.keep(actor, new Topics.Topic("imported", "Inbox", IMPORTED, IMPORTED), 1);
        }
        FolderProblem.refuse(services.importFolder(actor, files(mapping)).problems());
        services.bindTeam(actor, key, "first-line", team);
        FolderProblem.refuse(services.publish(actor, key, VERSION));
        services.retire(actor, key);
    }

    private Map<String, byte[]> files(Mapping mapping) {
        var files = new TreeMap<String, byte[]>();
        var said = Map.of("key", mapping.source().key(), "kind", mapping.source().kind(), "audience", organisation.audiences().getFirst().id(),
                "topic", topics.all().getFirst().id());
        files.put("service.yaml", filled("service.yaml", said, ""));
        files.put("form.json", filled("form.json", said, ""));
        files.put("tests/empty.yaml", filled("tests.yaml", said, ""));
        // what the form says in its main language stands in the form
        mapping.source().names().forEach((language, name) -> files.put("texts/" + language + ".yaml", filled("texts.yaml",
                Map.of("name", json.writeValueAsString(name)), language.equals("nb") ? "" : "form: {note: \"–\"}\n")));
        return files;
    }

    private static byte[] filled(String name, Map<String, String> said, String more) {
        try (var in = SourceCatalogue.class.getResourceAsStream("/migration/" + name)) {
            var text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            for (var one : said.entrySet()) {
                text = text.replace("((" + one.getKey() + "))", one.getValue());
            }
            return (text + more).getBytes(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
