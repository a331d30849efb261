package no.torg.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import no.torg.people.Actor;
import no.torg.people.Scope;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** What is said of an operation besides its Javadoc: its module, who may call it with which scope, and the problems it answers with. */
class Operations implements OperationCustomizer {

    static final String PROBLEM = "Problem";
    private static final String ROOT = "no.torg.";
    private static final Map<String, String> PARAMETERS = Map.of(
            "after", "The key of the last row seen, which the page before gave as next.",
            "limit", "How many rows, 1 to 200.",
            "id", "The id of what the address names.",
            "number", "The case's number, as 2026-004711.",
            "slug", "The service's part of the address.",
            "key", "The service's key, which is its folder's id.");
    private static final Map<Integer, String> PROBLEMS = Map.of(
            400, "The request cannot be read.",
            401, "No token, or one that is not good.",
            403, "The token does not have the scope, or the person not the right.",
            404, "Nothing there, or nothing that the caller may see.",
            409, "A rule said no; title tells why.",
            422, "A value cannot be taken; errors names the fields.");

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var type = handler.getBeanType();
        operation.setTags(List.of(module(type)));
        operation.setOperationId(type.getSimpleName().replaceFirst("(Api|Controller)$", "") + "." + handler.getMethod().getName());
        var scope = handler.getMethodAnnotation(Scope.class);
        var signedIn = Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == Actor.class);
        operation.setSecurity(signedIn && scope != null ? List.of(new SecurityRequirement().addList(Document.TOKEN, scope.value())) : List.of());
        if (operation.getParameters() != null) {
            operation.getParameters().stream().filter(parameter -> parameter.getDescription() == null)
                    .forEach(parameter -> parameter.setDescription(PARAMETERS.get(parameter.getName())));
        }
        if (operation.getSummary() != null && operation.getDescription() != null) {
            var rest = operation.getDescription().replaceFirst("^" + Pattern.quote(operation.getSummary()), "").strip();
            operation.setDescription(rest.isEmpty() ? null : rest);
            operation.setSummary(operation.getSummary().replaceFirst("\\.$", ""));
        }
        for (var status : problems(operation, handler, signedIn)) {
            operation.getResponses().addApiResponse(Integer.toString(status), problem(PROBLEMS.get(status)));
        }
        return operation;
    }

    /** The module of a handler; a nested one's is the one that it is part of. */
    static String module(Class<?> type) {
        var name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : name;
    }

    private static Set<Integer> problems(Operation operation, HandlerMethod handler, boolean signedIn) {
        var problems = new TreeSet<Integer>();
        var parameters = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
        if (signedIn) {
            problems.addAll(List.of(401, 403));
        }
        if (parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            problems.add(404);
        }
        if (parameters.stream().anyMatch(parameter -> "query".equals(parameter.getIn()))) {
            problems.addAll(List.of(400, 422));
        }
        if (handler.hasMethodAnnotation(GetMapping.class)) {
            return problems;
        }
        problems.add(409);
        if (operation.getRequestBody() != null || Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
            problems.addAll(List.of(400, 422));
        }
        return problems;
    }

    private static ApiResponse problem(String description) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse().description(description).content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
