package no.torg.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The handlers of ours that the running application has, each method and path by itself. */
public final class Handlers {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)[^}]*}");

    private Handlers() {
    }

    /** A way in. */
    public record Handler(String verb, String path, HandlerMethod method) {

        /** Whether it is for programs, not for people. */
        public boolean isApi() {
            return path.startsWith("/api/");
        }

        /** The names of what stands open in the path. */
        public List<String> variables() {
            return VARIABLE.matcher(path).results().map(MatchResult::group).toList().stream().map(name -> name.replaceAll("[{}]|:.*", "")).toList();
        }

        /** Whether it answers with a stream that does not end. */
        public boolean isStream() {
            return method.getReturnType().getGenericParameterType().getTypeName().contains("Emitter");
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    /** All of them but what answers for failures, in order. */
    public static List<Handler> of(ApplicationContext context) {
        var found = new ArrayList<Handler>();
        context.getBeansOfType(RequestMappingHandlerMapping.class).values().forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("no.torg.") && !info.getPatternValues().contains("/error")) {
                var verbs = info.getMethodsCondition().getMethods();
                for (var path : info.getPatternValues()) {
                    (verbs.isEmpty() ? List.of(RequestMethod.GET) : verbs).forEach(verb -> found.add(new Handler(verb.name(), path, method)));
                }
            }
        }));
        found.sort(Comparator.comparing(Handler::path).thenComparing(Handler::verb));
        return found;
    }
}
