package no.torg.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.torg.TestFolder;

/** The modules as a picture that GitHub draws, each floor a box, and as a table with what each is for. */
record ModulesPicture(Map<String, Set<String>> edges) {

    private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*[\\s*]*(.*?\\.)(?=\\s)", Pattern.DOTALL);

    String draw() {
        var text = new StringBuilder("""
                # Modules

                Made from the code by `ModulesTest`, which fails when this page is behind: `./torg test -Dtest=ModulesTest -Dtorg.write=true` writes it anew.
                Arrows go down. One that other arrows imply is left out of the picture; the table has them all.

                ```mermaid
                flowchart TB
                """);
        for (var floor : Floor.values()) {
            text.append("  subgraph ").append(floor).append("[\"").append(floor.title()).append("\"]\n");
            edges.keySet().stream().filter(module -> Floor.of(module) == floor).forEach(module -> text.append("    ").append(module).append('\n'));
            text.append("  end\n");
        }
        edges.forEach((user, uses) -> uses.stream().filter(used -> !implied(user, used)).forEach(used -> text.append("  ").append(user).append(" --> ").append(used).append('\n')));
        text.append("```\n");
        for (var floor : Floor.values()) {
            table(floor, text);
        }
        return text.toString();
    }

    private void table(Floor floor, StringBuilder text) {
        text.append("\n## ").append(floor.title()).append("\n\n| Module | For | Uses |\n|---|---|---|\n");
        edges.forEach((module, uses) -> {
            if (Floor.of(module) == floor) {
                text.append("| `").append(module).append("` | ").append(purpose(module)).append(" | ").append(uses.stream().collect(Collectors.joining(", "))).append(" |\n");
            }
        });
    }

    private boolean implied(String user, String used) {
        return edges.get(user).stream().anyMatch(between -> !between.equals(used) && reaches(between, used, new HashSet<>()));
    }

    private boolean reaches(String from, String to, Set<String> been) {
        var uses = edges.getOrDefault(from, Set.of());
        return uses.contains(to) || uses.stream().anyMatch(next -> been.add(next) && reaches(next, to, been));
    }

    private static String purpose(String module) {
        try {
            var file = TestFolder.PROJECT.resolve("app/src/main/java/no/torg/" + module.replace('.', '/') + "/package-info.java");
            var found = FIRST_SENTENCE.matcher(Files.readString(file));
            return found.find() ? found.group(1).replaceAll("\\s*\\n \\*\\s*", " ").replaceAll("\\{@link (?:\\w+\\.)*(\\w+)}", "$1").replaceAll("\\{@code ([^}]+)}", "$1") : "";
        } catch (IOException missing) {
            throw new UncheckedIOException("The module " + module + " has no package-info.java", missing);
        }
    }
}
