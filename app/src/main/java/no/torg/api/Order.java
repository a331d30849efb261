package no.torg.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Puts the document in order: paths and modules by the alphabet, and the problem that every error is. */
class Order implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        var paths = new Paths();
        new TreeMap<>(document.getPaths()).forEach(paths::addPathItem);
        document.setPaths(paths);
        document.setTags(paths.values().stream().flatMap(path -> path.readOperations().stream()).flatMap(operation -> operation.getTags().stream())
                .distinct().sorted().map(name -> new Tag().name(name)).toList());
        document.getComponents().addSchemas("WrongField", object("A field of the request that is wrong.", "field", "code", "message"));
        var problem = object("What went wrong (RFC 9457).", "type", "title", "code");
        problem.addProperty("status", type("integer"));
        problem.addProperty("reference", type("string").description("To quote when it was our fault."));
        problem.addProperty("errors", type("array").items(new Schema<>().$ref("#/components/schemas/WrongField")));
        document.getComponents().addSchemas(Operations.PROBLEM, problem.required(List.of("type", "title", "status", "code")));
        paths.values().stream().flatMap(path -> path.readOperations().stream()).forEach(operation -> {
            if (operation.getSecurity() != null && operation.getSecurity().isEmpty()) {
                operation.setSecurity(null);
            }
            operation.setSummary(plain(operation.getSummary()));
            operation.setDescription(plain(operation.getDescription()));
        });
        document.getComponents().getSchemas().values().forEach(Order::plain);
    }

    private static void plain(Schema<?> schema) {
        schema.setDescription(plain(schema.getDescription()));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Order::plain);
        }
    }

    /** Javadoc as CommonMark, which is what descriptions are in. */
    private static @Nullable String plain(@Nullable String javadoc) {
        return javadoc == null ? null : javadoc.replaceAll("</?code>", "`").replaceAll("\\s+", " ").strip();
    }

    private static Schema<?> object(String description, String... texts) {
        var schema = type("object").description(description);
        List.of(texts).forEach(name -> schema.addProperty(name, type("string")));
        return schema.required(List.of(texts));
    }

    private static Schema<?> type(String name) {
        return new JsonSchema().types(new LinkedHashSet<>(List.of(name)));
    }
}
