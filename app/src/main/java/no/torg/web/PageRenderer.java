package no.torg.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes a {@link Page}: the template to bytes first, so that a fault in it never leaves half a page. */
record PageRenderer(TemplateEngine templates) implements HandlerMethodReturnValueHandler {
    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return Page.class.isAssignableFrom(returned.getParameterType());
    }

    @Override
    public void handleReturnValue(@Nullable Object returned, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        if (returned == null) return;
        write((Page) returned, request.getNativeRequest(HttpServletRequest.class), request.getNativeResponse(HttpServletResponse.class));
    }

    private void write(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (page.template() == null) {
            redirect(page, request, response);
            return;
        }
        var output = new Utf8ByteOutput();
        templates.render(page.template() + ".jte", page.view(), output);
        response.setStatus(page.status().value());
        page.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private static void redirect(Page page, HttpServletRequest request, HttpServletResponse response) {
        var address = Objects.requireNonNull(page.headers().getFirst(HttpHeaders.LOCATION));
        var partial = request.getHeader("HX-Request") != null;
        page.headers().forEach((name, values) -> values.stream().filter(value -> !name.equals(HttpHeaders.LOCATION))
                .forEach(value -> response.addHeader(name, value)));
        response.setStatus(partial ? HttpStatus.NO_CONTENT.value() : page.status().value());
        response.setHeader(partial ? "HX-Redirect" : HttpHeaders.LOCATION, address);
    }
}
