package no.torg.migration;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import no.torg.cases.imports.ImportedCases.Source;
import no.torg.catalog.FolderProblem;
import no.torg.catalog.Services;
import no.torg.catalog.Topics;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The service that imported cases are of: the organisation's own by its key, else one that is made for them, which has an owner and figures and cannot be ordered. */
@Component
class SourceService {

    private static final String VERSION = "1.0.0";

    /** What a service must have that is for somebody and about something, in an organisation that has neither yet. */
    private static final Map<String, String> EMPLOYEES = Map.of("nb", "Ansatte", "nn", "Tilsette", "en", "Employees");
    private static final Map<String, String> IMPORTED = Map.of("nb", "Fra andre systemer", "nn", "Frå andre system", "en", "From other systems");

    private final Services services;
    private final Organisation organisation;
    private final Topics topics;
    private final JsonMapper json;

    SourceService(Services services, Organisation organisation, Topics topics, JsonMapper json) {
        this.services = services;
        this.organisation = organisation;
        this.topics = topics;
        this.json = json;
    }

    /** The service, made and owned by {@code owner} if it is new; {@code team} fills its slot. */
    Source of(Actor actor, Mapping mapping, UUID team, @Nullable UUID owner) {
        var key = mapping.source().key();
        var known = services.all(actor).stream().filter(one -> one.key().equals(key) && (one.published() != null || one.newest() != null)).findFirst();
        if (known.isEmpty()) {
            make(actor, mapping, team, owner);
        } else if (owner != null) {
            services.bindPerson(actor, key, "owner", owner);
        }
        var version = known.map(one -> one.published() == null ? one.newest() : one.published()).orElse(VERSION);
        return new Source(services.idOf(key), version, mapping.source().kind(), mapping.scheme());
    }

    private void make(Actor actor, Mapping mapping, UUID team, @Nullable UUID owner) {
        var key = mapping.source().key();
        if (organisation.audiences().isEmpty()) {
            organisation.keepAudience(actor, new Organisation.Audience("employee", EMPLOYEES), 1);
        }
        if (topics.all().isEmpty()) {
            topics.keep(actor, new Topics.Topic("imported", "Inbox", IMPORTED, IMPORTED), 1);
        }
        FolderProblem.refuse(services.importFolder(actor, files(mapping)).problems());
        services.bindTeam(actor, key, "first-line", team);
        if (owner != null) {
            services.bindPerson(actor, key, "owner", owner);
        }
        FolderProblem.refuse(services.publish(actor, key, VERSION));
        services.retire(actor, key);
    }

    private Map<String, byte[]> files(Mapping mapping) {
        var files = new TreeMap<String, byte[]>();
        var audience = organisation.audiences().getFirst().id();
        var topic = topics.all().getFirst().id();
        put(files, "service.yaml", """
                id: %s
                format: 1
                version: %s
                slug: %1$s
                language: nb
                kind: %s
                slots: [owner, first-line]
                audiences: [%s]
                topics: [%s]
                team: slot:first-line
                priority: {impact: individual, urgency: normal}
                title: case-title
                title-args: {}
                targets: {first-reply: {default: P1D}, resolution: {default: P7D}}
                promise: P7D
                retention: P10Y
                access: {code: open, requester-sees: []}
                """.formatted(mapping.source().key(), VERSION, mapping.source().kind(), audience, topic));
        put(files, "tests/empty.yaml", """
                - name: nothing is asked
                  person: {affiliation: %s}
                  now: 2026-01-05T10:00+01:00
                  answers: {}
                  expect: {shown: [note], team: slot:first-line}
                """.formatted(audience));
        put(files, "form.json", """
                {"type": "default", "id": "%s", "schemaVersion": 19, "components": [
                  {"type": "textfield", "id": "note", "key": "note", "label": "–", "validate": {"maxLength": 200}}]}
                """.formatted(mapping.source().key()));
        mapping.source().names().forEach((language, name) -> put(files, "texts/" + language + ".yaml", """
                name: %s
                summary: %1$s
                about: %1$s
                who: %1$s
                search-words: [%1$s]
                case-title: %1$s
                states: {}
                checks: {}
                %s
                """.formatted(json.writeValueAsString(name), language.equals("nb") ? "" : "form: {note: \"–\"}")));
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
