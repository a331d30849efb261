package no.torg.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Who the university's people are to its services, as the demo world's file tells it. */
final class WorldFile {

    private final Map<?, ?> university = university();

    /** The key and the name of a person who belongs so and has no role. */
    Map.Entry<String, String> belonging(String affiliation) {
        return list(university, "persons").stream().filter(person -> person.get("roles") == null && list(person, "affiliations").getFirst().get("kind").equals(affiliation))
                .map(person -> Map.entry(person.get("key").toString(), person.get("name").toString())).findFirst()
                .orElseThrow(() -> new AssertionError("The demo world has no " + affiliation));
    }

    /** The key of the service's owner. */
    String owner(String service) {
        return slot(service, "owner");
    }

    /** The key of a case worker of the team that the service's requests go to. */
    String worker(String service) {
        var team = slot(service, "first-line");
        return list(university, "persons").stream().filter(person -> list(person, "roles").stream().anyMatch(role -> team.equals(role.get("team"))))
                .map(person -> person.get("key").toString()).findFirst().orElseThrow(() -> new AssertionError("Nobody works in " + team));
    }

    private String slot(String service, String slot) {
        return ((Map<?, ?>) ((Map<?, ?>) university.get("services")).get(service)).get(slot).toString().split(":")[1];
    }

    private static Map<?, ?> university() {
        try (var in = WorldFile.class.getResourceAsStream("/demo/world.yaml")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return list((Map<?, ?>) new Load(LoadSettings.builder().setCodePointLimit(10_000_000).build()).loadFromString(text), "tenants").getFirst();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> list(Map<?, ?> of, String name) {
        return (List<Map<?, ?>>) (List<?>) (of.get(name) == null ? List.of() : of.get(name));
    }
}
