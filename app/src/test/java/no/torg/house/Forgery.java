package no.torg.house;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.torg.Client;
import no.torg.World;
import no.torg.house.Handlers.Handler;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests to a handler, made from what it takes: one of its values is the attacker's choice, the others are as a well-meant request has them. */
final class Forgery {

    private static final Map<String, Object> WELL_MEANT = Map.ofEntries(Map.entry("text", "Hei"), Map.entry("q", Planted.WORD), Map.entry("body", "Hei"), Map.entry("seen", "in-progress"),
            Map.entry("state", "in-progress"), Map.entry("waitsFor", "requester"), Map.entry("reason", "Derfor"), Map.entry("impact", "group"), Map.entry("urgency", "high"),
            Map.entry("audience", "public"), Map.entry("note", "Notat"), Map.entry("reply", "Svar"), Map.entry("name", "fil.txt"), Map.entry("version", "1.0.0"));

    /** A place where a handler takes a text or an id. */
    record Place(Kind kind, String name, Class<?> type) {

        /** Whether the value there names something, as no free text does. */
        boolean names() {
            return kind == Kind.PATH || type != String.class;
        }
    }

    enum Kind { PATH, PARAMETER, BODY }

    private Forgery() {
    }

    /** Every place of a handler that an attacker may fill. */
    static List<Place> places(Handler handler) {
        var places = new ArrayList<Place>();
        for (var parameter : handler.method().getMethodParameters()) {
            var type = parameter.getParameterType();
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                places.add(new Place(Kind.PATH, name(parameter), type));
            } else if (parameter.hasParameterAnnotation(RequestParam.class) && Set.of(String.class, UUID.class).contains(type)) {
                places.add(new Place(Kind.PARAMETER, name(parameter), type));
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class) && type.isRecord()) {
                components(type).forEach(one -> places.add(new Place(Kind.PARAMETER, one.getName(), one.getType())));
            } else if (parameter.hasParameterAnnotation(RequestBody.class) && type.isRecord()) {
                components(type).forEach(one -> places.add(new Place(Kind.BODY, one.getName(), one.getType())));
            }
        }
        return places;
    }

    /** Sends a request as the person, with the value in that place; path variables of the others are the person's own tenant's. */
    static Client.Answer send(World world, String person, Handler handler, Place place, String value, Planted own) {
        var path = handler.path();
        for (var variable : handler.variables()) {
            var filled = place.kind() == Kind.PATH && variable.equals(place.name()) ? value : variable.equals("number") ? own.number() : own.ids().getFirst().toString();
            path = path.replaceAll("\\{" + variable + "(:[^}]*)?}", encoded(filled));
        }
        var fields = fields(handler, place, value);
        if (handler.isApi()) {
            return api(world, person).send(handler.verb(), path + query(fields), body(handler, place, value));
        }
        var browser = browser(world, person);
        if (handler.verb().equals("GET")) {
            return browser.get(path + query(fields));
        }
        if (handler.verb().equals("POST")) {
            return browser.post(path, fields.entrySet().stream().flatMap(field -> List.of(field.getKey(), field.getValue()).stream()).toArray(String[]::new));
        }
        return browser.with("X-XSRF-TOKEN", browser.csrf()).send(handler.verb(), path + query(fields), body(handler, place, value));
    }

    static Client browser(World world, String person) {
        return person.endsWith(Crawl.STRANGER) ? world.stranger(person.startsWith("solheim:") ? "solheim" : "fjordvik") : world.browser(person);
    }

    private static Client api(World world, String person) {
        return person.endsWith(Crawl.STRANGER) ? browser(world, person) : world.api(person);
    }

    private static Map<String, String> fields(Handler handler, Place place, String value) {
        var fields = new LinkedHashMap<String, String>();
        for (var parameter : handler.method().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class) && Set.of(String.class, UUID.class).contains(parameter.getParameterType()) && WELL_MEANT.containsKey(name(parameter))) {
                fields.put(name(parameter), String.valueOf(WELL_MEANT.get(name(parameter))));
            }
        }
        if (place.kind() == Kind.PARAMETER) {
            fields.put(place.name(), value);
        }
        return fields;
    }

    private static @Nullable Object body(Handler handler, Place place, String value) {
        for (var parameter : handler.method().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                var body = new LinkedHashMap<String, Object>();
                if (parameter.getParameterType().isRecord()) {
                    for (var one : parameter.getParameterType().getRecordComponents()) {
                        if (one.getType() == String.class && WELL_MEANT.containsKey(one.getName())) {
                            body.put(one.getName(), WELL_MEANT.get(one.getName()));
                        }
                    }
                }
                if (place.kind() == Kind.BODY) {
                    body.put(place.name(), List.class.isAssignableFrom(place.type()) ? List.of(value) : value);
                }
                return body;
            }
        }
        return null;
    }

    private static List<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).filter(one -> one.getType() == UUID.class || one.getType() == String.class || one.getGenericType().getTypeName().endsWith("<java.util.UUID>")).toList();
    }

    private static String name(MethodParameter parameter) {
        var named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null && !named.name().isEmpty()) {
            return named.name();
        }
        return parameter.getParameter().getName();
    }

    private static String query(Map<String, String> fields) {
        var query = new StringBuilder();
        fields.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value)));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
