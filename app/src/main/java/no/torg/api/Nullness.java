package no.torg.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Says of a record's components what the code says: those not marked nullable are required, the others may be null. One name is one record. */
class Nullness implements ModelConverter {

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();
    private final Set<String> alike = new ConcurrentSkipListSet<>();

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        var resolved = raw(type);
        if (schema != null && resolved != null && resolved.isRecord()) {
            var model = schema.get$ref() == null ? schema : context.getDefinedModels().get(schema.get$ref().replaceFirst(".*/", ""));
            if (model != null) {
                say(resolved, model);
                once(schema, resolved);
            }
        }
        return schema;
    }

    private void once(Schema<?> schema, Class<?> type) {
        if (schema.get$ref() != null && type.getTypeParameters().length == 0) {
            var before = named.putIfAbsent(schema.get$ref(), type);
            if (before != null && before != type) {
                // thrown here, springdoc would write it to its log and leave the type out
                alike.add(before.getName() + " and " + type.getName());
            }
        }
    }

    /** Refuses a document in which two records have the same name; one of them names itself by {@code @Schema(name = …)}. */
    void requireNamesOfTheirOwn() {
        if (!alike.isEmpty()) {
            throw new IllegalStateException("The same name in the API: " + alike);
        }
    }

    private static void say(Class<?> type, Schema<?> model) {
        if (model.getProperties() == null) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var property = model.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            if (!isNullable(component)) {
                if (model.getRequired() == null || !model.getRequired().contains(component.getName())) {
                    model.addRequiredItem(component.getName());
                }
            } else {
                model.addProperty(component.getName(), orNull(property));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(new Schema<>().$ref(property.get$ref()), new JsonSchema().types(new LinkedHashSet<>(List.of("null")))))
                    .description(property.getDescription());
        }
        if (property.getTypes() != null) {
            property.getTypes().add("null");
        }
        return property;
    }

    private static boolean isNullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations()).anyMatch(annotation -> annotation.annotationType() == Nullable.class);
    }

    private static @Nullable Class<?> raw(AnnotatedType type) {
        JavaType java = type.getType() == null ? null : Json31.mapper().constructType(type.getType());
        return java == null ? null : java.getRawClass();
    }
}
