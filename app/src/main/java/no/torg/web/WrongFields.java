package no.torg.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.torg.web.Invalid.Wrong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Which fields of a request a fault is about, so that a problem can name them. */
final class WrongFields {
    private WrongFields() {}

    /** Field, code and message of each; empty where the fault is not about a field. */
    static List<Map<String, String>> of(@Nullable Throwable fault, Words words) {
        return wrong(fault).stream().map(one -> said(one, words)).toList();
    }

    private static List<Wrong> wrong(@Nullable Throwable fault) {
        return switch (fault) {
            case Invalid invalid -> invalid.wrong();
            case Refused refused when refused.field() != null -> List.of(new Wrong(refused.field(), refused.key(), List.of(refused.args())));
            case MissingServletRequestParameterException missing -> List.of(new Wrong(missing.getParameterName(), "web.invalid.missing", List.of()));
            case MethodArgumentTypeMismatchException mismatch -> List.of(new Wrong(mismatch.getName(), "web.invalid.type", List.of()));
            case HttpMessageNotReadableException unreadable when unreadable.getCause() instanceof DatabindException json && !json.getPath().isEmpty() ->
                    List.of(new Wrong(path(json), json instanceof UnrecognizedPropertyException ? "web.invalid.unknown" : "web.invalid.type", List.of()));
            case BindException unbound -> unbound.getFieldErrors().stream().map(error -> new Wrong(error.getField(), "web.invalid.type", List.of())).toList();
            case null, default -> List.of();
        };
    }

    private static Map<String, String> said(Wrong wrong, Words words) {
        var said = new LinkedHashMap<String, String>();
        said.put("field", wrong.field());
        said.put("code", wrong.key());
        said.put("message", words.say(wrong.key(), wrong.args().toArray()));
        return said;
    }

    private static String path(DatabindException json) {
        return json.getPath().stream().map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
