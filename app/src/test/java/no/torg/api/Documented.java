package no.torg.api;

import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/** What the OpenAPI document says that an operation takes, in the words of {@link Taken}. */
final class Documented {

    private final JsonNode document;
    private final Set<String> told = new TreeSet<>();

    private Documented(JsonNode document) {
        this.document = document;
    }

    /** All of an operation. */
    static Set<String> of(JsonNode document, JsonNode operation) {
        var documented = new Documented(document);
        operation.path("parameters").forEach(one -> documented.tell(one.get("in").asString() + " " + one.get("name").asString(), one.path("required").asBoolean(false)));
        operation.path("requestBody").path("content").propertyStream().forEach(sent -> documented.fields("body", sent.getValue().path("schema")));
        return documented.told;
    }

    private void fields(String path, JsonNode schema) {
        if (schema.has("$ref")) {
            fields(path, document.at(schema.get("$ref").asString().substring(1)));
        } else if (schema.has("anyOf")) {
            fields(path, schema.get("anyOf").get(0));
        } else if (schema.has("items")) {
            fields(path + "[]", schema.get("items"));
        } else {
            var required = schema.path("required").valueStream().map(JsonNode::asString).toList();
            schema.path("properties").propertyStream().forEach(one -> {
                tell(path + "." + one.getKey(), required.contains(one.getKey()));
                fields(path + "." + one.getKey(), one.getValue());
            });
        }
    }

    private void tell(String what, boolean required) {
        told.add(what + (required ? "*" : ""));
    }
}
