package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nobody touches another module's tables: neither their generated classes nor their names in SQL. */
class TablesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/no/torg/db/")).importPackages("no.torg");
    private static final Pattern TABLE_CLASS = Pattern.compile("no\\.torg\\.db\\.([a-z]+)\\..*");
    private static final Pattern TABLE_NAME = Pattern.compile("(?i)\\b(?:from|join|into|update|table|exists)\\s*\\(?\"?\\s*([a-z]+)\\.[a-z_]+\\b");

    @Test
    void table_classes_are_used_by_their_module_only() {
        var uses = CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()).filter(TablesTest::isTable).toList();
        assertThat(uses).hasSizeGreaterThan(100);
        var wrong = new TreeSet<String>();
        uses.stream().filter(use -> !module(use.getOriginClass().getPackageName()).equals(schema(use)))
                .forEach(use -> wrong.add(use.getOriginClass().getName() + " uses " + use.getTargetClass().getName()));
        assertThat(wrong).isEmpty();
    }

    @Test
    void sql_in_texts_names_tables_of_its_own_module_only() {
        var schemas = Sources.folders("db/src/main/resources/db/migration");
        assertThat(schemas).contains("people", "cases");
        var wrong = new TreeSet<String>();
        var seen = 0;
        for (var source : Sources.java("app/src/main/java")) {
            var names = TABLE_NAME.matcher(source.text());
            while (names.find()) {
                if (schemas.contains(names.group(1))) {
                    seen++;
                    if (!module(source.packageName()).equals(names.group(1))) {
                        wrong.add(source.name() + ": " + names.group());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isPositive();
    }

    private static boolean isTable(Dependency use) {
        return TABLE_CLASS.matcher(use.getTargetClass().getName()).matches();
    }

    private static String schema(Dependency use) {
        var name = TABLE_CLASS.matcher(use.getTargetClass().getName());
        return name.matches() ? name.group(1) : "";
    }

    private static String module(String packageName) {
        var parts = packageName.split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }
}
