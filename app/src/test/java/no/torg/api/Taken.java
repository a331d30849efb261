package no.torg.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.torg.house.Handlers.Handler;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartFile;

/** What a handler takes, as its Java says: {@code in name} of each parameter and {@code body.field} of each field, those that must be sent with a star. */
public final class Taken {

    /** What comes from the request and not from its sender. */
    private static final Set<Class<?>> GIVEN = Set.of(Actor.class, Words.class, Frame.class, HttpServletRequest.class, HttpServletResponse.class);

    private final Set<String> told = new TreeSet<>();
    private final List<HandlerMethodArgumentResolver> resolvers;

    private Taken(List<HandlerMethodArgumentResolver> resolvers) {
        this.resolvers = resolvers;
    }

    /** All that it takes; what these make for it, of what they read. */
    public static Set<String> by(Handler handler, List<HandlerMethodArgumentResolver> resolvers) {
        var taken = new Taken(resolvers);
        for (var parameter : handler.method().getMethodParameters()) {
            if (!GIVEN.contains(parameter.getParameterType())) {
                taken.take(handler, parameter);
            }
        }
        return taken.told;
    }

    private void take(Handler handler, MethodParameter parameter) {
        var name = parameter.getParameter().getName();
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        var body = parameter.getParameterAnnotation(RequestBody.class);
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            tell("path " + name, true);
        } else if (asked != null) {
            tell((parameter.getParameterType() == MultipartFile.class ? "body." : "query ") + (asked.name().isEmpty() ? name : asked.name()), asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE));
        } else if (header != null) {
            tell("header " + (header.name().isEmpty() ? name : header.name()), header.required() && header.defaultValue().equals(ValueConstants.DEFAULT_NONE));
        } else if (parameter.hasParameterAnnotation(ModelAttribute.class) && parameter.getParameterType().isRecord()) {
            Arrays.stream(parameter.getParameterType().getRecordComponents()).forEach(one -> tell("query " + one.getName(), !isNullable(one)));
        } else if (body != null) {
            fields("body", parameter.getGenericParameterType());
        } else if (parameter.getParameterType().isRecord()) {
            read(parameter).forEach(one -> tell("query " + one, false));
        } else {
            throw new AssertionError(handler + " takes " + parameter + ", of which this test knows nothing");
        }
    }

    /** What a resolver of ours asks of a request. */
    private Set<String> read(MethodParameter parameter) {
        var asked = new TreeSet<String>();
        var request = new MockHttpServletRequest() {
            @Override
            public @Nullable String getParameter(String name) {
                asked.add(name);
                return null;
            }
        };
        var ours = resolvers.stream().filter(one -> one.supportsParameter(parameter)).findFirst().orElseThrow(() -> new AssertionError("Nothing makes " + parameter));
        try {
            ours.resolveArgument(parameter, null, new ServletWebRequest(request), null);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        return asked;
    }

    private void fields(String path, Type type) {
        var of = type instanceof ParameterizedType many ? many.getActualTypeArguments() : new Type[0];
        var raw = type instanceof ParameterizedType many ? (Class<?>) many.getRawType() : (Class<?>) type;
        if (raw.isRecord()) {
            Arrays.stream(raw.getRecordComponents()).forEach(one -> {
                var field = path + "." + name(one);
                tell(field, !isNullable(one));
                fields(field, one.getGenericType());
            });
        } else if (raw == List.class || raw == Set.class) {
            fields(path + "[]", of[0]);
        } else if (raw == Optional.class) {
            fields(path, of[0]);
        }
    }

    private void tell(String what, boolean required) {
        told.add(what + (required ? "*" : ""));
    }

    private static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
