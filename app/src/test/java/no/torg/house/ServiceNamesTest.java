package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.torg.house.Sources.Source;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product knows no service and no answer: what a service is called and asks stands in its folder alone. */
class ServiceNamesTest {

    private static final Pattern IDENTITY = Pattern.compile("(?m)^(?:id|slug):\\s*\"?([a-z0-9-]+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^@?(?:import|package) .*$");
    private static final List<Source> PRODUCT = Stream.of(Sources.java("app/src/main/java"), Sources.files("app/src/main/jte", ".jte"),
            Sources.files("app/frontend/src", ".ts"), Sources.files("app/src/main/resources/messages", ".properties")).flatMap(List::stream).toList();

    /** Words that a form asks about and that the product has of its own, too. */
    private static final List<String> ORDINARY = List.of("security", "description", "attachments", "question", "subject", "heading", "organisationNumber", "personalData",
            "deadline", "country", "account", "username", "minutes", "delivery", "receiver", "approver", "purpose", "relation", "programme", "program", "measure");

    @Test
    void no_service_is_named() {
        var names = new TreeSet<String>();
        for (var file : Sources.files("services", "service.yaml")) {
            IDENTITY.matcher(file.text()).results().forEach(found -> names.add(found.group(1)));
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(6);
        assertThat(naming(names)).isEmpty();
    }

    @Test
    void no_answer_is_named() {
        var keys = new TreeSet<String>();
        Sources.files("services", "form.json").forEach(file -> keys(JsonMapper.shared().readTree(file.text()), keys));
        assertThat(keys).hasSizeGreaterThan(40);
        keys.removeIf(key -> key.length() <= 6 || ORDINARY.contains(key));
        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(naming(keys)).isEmpty();
    }

    private static void keys(JsonNode node, TreeSet<String> keys) {
        if (node.hasNonNull("key")) {
            keys.add(node.get("key").asString());
        }
        node.forEach(child -> keys(child, keys));
    }

    /** Where a name stands as a text of its own or as part of an address. */
    private static TreeSet<String> naming(TreeSet<String> names) {
        var found = new TreeSet<String>();
        for (var name : names) {
            var quoted = Pattern.compile("(?<=[\"'`/.=])" + Pattern.quote(name) + "(?=[\"'`/?.:])");
            PRODUCT.stream().filter(source -> quoted.matcher(IMPORT.matcher(source.text()).replaceAll("")).find()).forEach(source -> found.add(source.name() + " names " + name));
        }
        return found;
    }
}
