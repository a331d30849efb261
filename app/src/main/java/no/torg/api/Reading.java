package no.torg.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import no.torg.api.views.ApiPage.Answer;
import no.torg.api.views.ApiPage.Call;
import no.torg.api.views.ApiPage.Field;
import no.torg.api.views.ApiPage.Sent;
import no.torg.api.views.ApiPage.Shape;
import no.torg.api.views.ApiPage.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the OpenAPI document as a page shows it. */
record Reading(JsonNode document) {

    /** The modules that have operations, in the document's order. */
    List<String> modules() {
        return list(document.path("tags")).stream().map(tag -> tag.path("name").asString()).toList();
    }

    List<Call> calls(String module) {
        var calls = new ArrayList<Call>();
        document.path("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
            if (operation.path("tags").path(0).asString().equals(module)) {
                calls.add(call(method.toUpperCase(Locale.ROOT), path, operation));
            }
        }));
        return calls;
    }

    List<Shape> shapes() {
        var shapes = new ArrayList<Shape>();
        document.path("components").path("schemas").forEachEntry((name, schema) -> shapes.add(new Shape(name, text(schema, "description"), fields(schema))));
        shapes.sort(Comparator.comparing(Shape::name));
        return shapes;
    }

    private Call call(String method, String path, JsonNode operation) {
        var parameters = list(operation.path("parameters")).stream().map(one -> new Field(one.path("name").asString(), one.path("in").asString(), type(one.path("schema")),
                one.path("required").asBoolean(false), text(one, "description"))).toList();
        return new Call(operation.path("operationId").asString(), method, path, text(operation, "summary") == null ? path : text(operation, "summary"),
                text(operation, "description"), scope(operation), parameters, sent(operation.path("requestBody").path("content")), answers(operation.path("responses")));
    }

    private static @Nullable String scope(JsonNode operation) {
        var scope = operation.path("security").path(0).path(Document.TOKEN).path(0);
        return scope.isMissingNode() ? null : scope.asString();
    }

    private static @Nullable Sent sent(JsonNode content) {
        return content.propertyStream().findFirst().map(entry -> new Sent(entry.getKey(), type(entry.getValue().path("schema")))).orElse(null);
    }

    private static List<Answer> answers(JsonNode responses) {
        return responses.propertyStream().map(entry -> {
            var sent = sent(entry.getValue().path("content"));
            return new Answer(entry.getKey(), entry.getValue().path("description").asString(), sent == null ? null : sent.type());
        }).toList();
    }

    private static List<Field> fields(JsonNode schema) {
        Set<String> required = list(schema.path("required")).stream().map(JsonNode::asString).collect(Collectors.toSet());
        return schema.path("properties").propertyStream().map(entry -> new Field(entry.getKey(), "", type(entry.getValue()), required.contains(entry.getKey()),
                text(entry.getValue(), "description"))).toList();
    }

    /** A type as people say it: "text", "list of …", or a shape's name. */
    private static Type type(JsonNode schema) {
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asString().replaceFirst(".*/", "");
            return new Type(name, name);
        }
        if (schema.has("anyOf")) {
            return type(schema.path("anyOf").path(0));
        }
        var node = schema.path("type");
        var plain = (node.isArray() ? list(node).stream() : List.of(node).stream()).map(JsonNode::asString).filter(name -> !name.equals("null")).findFirst().orElse("any");
        return switch (plain) {
            case "array" -> {
                var of = type(schema.path("items"));
                yield new Type("[" + of.words() + "]", of.shape());
            }
            case "object" -> {
                var of = schema.path("additionalProperties").isObject() ? type(schema.path("additionalProperties")) : new Type("any", null);
                yield new Type("{string: " + of.words() + "}", of.shape());
            }
            default -> new Type(schema.has("format") ? schema.path("format").asString() : plain, null);
        };
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asString().replace("`", "") : null;
    }
}
