package no.torg.cases.work;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a handler take {@link CaseFilter}. Spring's own binding of a record reads the annotations of all its parts anew for each request, which made
 * a quarter of what a list allocates.
 */
@Component
class CaseFilterArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CaseFilter.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        var given = new Given(parameter, request);
        return new CaseFilter(given.text("state"), given.as("team", UUID.class, UUID::fromString), given.text("handler"), given.text("requester"),
                given.as("priority", Integer.class, Integer::valueOf), given.text("service"), given.as("overdue", Boolean.class, CaseFilterArguments::flag),
                given.text("text"), given.text("sort"), given.text("after"), given.as("limit", Integer.class, Integer::valueOf));
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record Given(MethodParameter parameter, NativeWebRequest request) {

        @Nullable String text(String name) {
            return request.getParameter(name);
        }

        <T> @Nullable T as(String name, Class<T> type, Function<String, T> read) {
            var text = text(name);
            try {
                return text == null || text.isBlank() ? null : read.apply(text.strip());
            } catch (IllegalArgumentException malformed) {
                throw new MethodArgumentTypeMismatchException(text, type, name, parameter, malformed);
            }
        }
    }
}
