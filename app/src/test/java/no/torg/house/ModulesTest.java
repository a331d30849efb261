package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.torg.TestFolder;
import no.torg.Torg;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Modules keep to their doors and floors, and docs/modules.md shows them as they are; {@code -Dtorg.write=true} writes it anew. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Torg.class,
            JavaClass.Predicates.resideInAnyPackage("no.torg.db..", "no.torg.postgres.."));

    private static final Pattern NESTED = Pattern.compile("Invalid sub-module reference from module '([\\w.]+)' to module '([\\w.]+)'");

    @Test
    void modules_use_each_other_by_their_doors_as_declared_and_without_circles() {
        assertThat(MODULES.stream().count()).isGreaterThan(10);
        var wrong = MODULES.detectViolations().getMessages().stream().filter(violation -> !isDoorOfNested(violation)).toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void edges_go_down_or_along_the_few_that_the_architecture_allows() {
        var wrong = edges().entrySet().stream()
                .flatMap(edge -> edge.getValue().stream().filter(used -> !Floor.allows(edge.getKey(), used)).map(used -> edge.getKey() + " → " + used)).toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothing_is_declared_that_could_not_be_used() {
        var wrong = MODULES.stream()
                .flatMap(module -> declared(module).filter(used -> !Floor.allows(name(module), used)).map(used -> name(module) + " declares " + used)).toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_picture_in_docs_shows_the_modules_as_they_are() throws IOException {
        var file = TestFolder.PROJECT.resolve("docs/modules.md");
        var now = new ModulesPicture(edges()).draw();
        if (Boolean.getBoolean("torg.write")) {
            Files.writeString(file, now);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "").as("docs/modules.md, which ./torg test -Dtest=ModulesTest -Dtorg.write=true writes anew").isEqualTo(now);
    }

    /** Modulith hides nested modules from all but their relatives; here their doors are open to who declares them. */
    private static boolean isDoorOfNested(String violation) {
        var found = NESTED.matcher(violation);
        return found.find() && MODULES.getModuleByName(found.group(1)).stream().flatMap(ModulesTest::declared).anyMatch(found.group(2)::equals);
    }

    private static Map<String, Set<String>> edges() {
        var edges = new TreeMap<String, Set<String>>();
        for (var module : MODULES) {
            var used = module.getDirectDependencies(MODULES).stream().map(edge -> name(edge.getTargetModule()))
                    .filter(name -> !name.equals(name(module))).collect(Collectors.toCollection(TreeSet::new));
            edges.put(name(module), used);
        }
        return edges;
    }

    private static Stream<String> declared(ApplicationModule module) {
        var annotation = module.getBasePackage().getAnnotation(org.springframework.modulith.ApplicationModule.class);
        return annotation.stream().flatMap(found -> List.of(found.allowedDependencies()).stream())
                .filter(name -> !name.equals(org.springframework.modulith.ApplicationModule.OPEN_TOKEN)).map(name -> name.split(" ?:: ?")[0]).distinct();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
