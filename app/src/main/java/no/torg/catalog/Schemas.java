package no.torg.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import no.torg.forms.Located;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schemas of a folder's files, and what a file says against its own. */
enum Schemas {
    SERVICE, TEXTS, TESTS;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 100;

    private final Schema schema;
    private final String text;

    Schemas() {
        var name = "/schemas/" + plainName() + ".schema.json";
        try (var in = Schemas.class.getResourceAsStream(name)) {
            text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text, InputFormat.JSON);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The name it is published by. */
    String plainName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The schema itself. */
    tools.jackson.databind.JsonNode document() {
        return JsonMapper.shared().readTree(text);
    }

    /** Gives every way in which the file breaks its schema as a problem (line, sentence). */
    void check(Located root, BiConsumer<Integer, String> problem) {
        var errors = schema.validate(JSON.<JsonNode>valueToTree(root.plain()), context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)));
        errors.stream().limit(MOST).forEach(error -> problem.accept(line(root, error), sentence(error)));
    }

    private static int line(Located root, Error error) {
        var steps = steps(error);
        if (error.getProperty() != null) {
            steps.add(error.getProperty());
        }
        return root.lineOf(steps);
    }

    private static List<String> steps(Error error) {
        var steps = new ArrayList<String>();
        var location = error.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            steps.add(String.valueOf(location.getElement(i)));
        }
        return steps;
    }

    private static String sentence(Error error) {
        var where = String.join(".", steps(error));
        var message = switch (error.getKeyword()) {
            case "additionalProperties" -> "unknown key \"" + error.getProperty() + "\"";
            case "required" -> "\"" + error.getProperty() + "\" is missing";
            case "pattern" -> "is not written as it must be: " + error.getMessage();
            case null, default -> error.getMessage();
        };
        return where.isEmpty() ? message : where + ": " + message;
    }
}
