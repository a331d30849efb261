package no.torg.people;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.torg.web.OpenToAll;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Deny by default: a handler of ours either takes the Actor, and then nobody unknown reaches it, or says that it is open to all. A token
 * reaches only handlers that name a scope it was granted.
 */
@Component
class AccessToHandlers implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    private final Actors actors;

    AccessToHandlers(Actors actors) {
        this.actors = actors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !method.getBeanType().getName().startsWith("no.torg.")) {
            return true;
        }
        if (method.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        if (Arrays.stream(method.getMethodParameters()).noneMatch(parameter -> parameter.getParameterType() == Actor.class)) {
            throw new Forbidden();
        }
        var actor = actors.of(request).orElseThrow(SignInRequired::new);
        var scope = method.getMethodAnnotation(Scope.class);
        if (Actors.bringsToken(request) && (scope == null || !actor.mayUse(scope.value()))) {
            throw new Forbidden();
        }
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request, WebDataBinderFactory binders) {
        return actors.of(request.getNativeRequest(HttpServletRequest.class)).orElseThrow(SignInRequired::new);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }
}
