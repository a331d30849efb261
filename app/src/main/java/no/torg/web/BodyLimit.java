package no.torg.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * A body that becomes an object stands in memory whole, so one that is too large is refused before anything is made of it: by the length it tells, and
 * by the bytes that come. Forms have a limit of Tomcat's, and files are read bit by bit by those who take them.
 */
@ControllerAdvice
class BodyLimit extends RequestBodyAdviceAdapter {
    /** Half of it is the longest message with every letter escaped. */
    static final int MEGABYTES = 1;

    private static final int LARGEST = MEGABYTES * 1024 * 1024;

    @Override
    public boolean supports(MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        if (message.getHeaders().getContentLength() > LARGEST) throw tooLarge();
        var body = message.getBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw tooLarge();
        return new Arrived(message.getHeaders(), body);
    }

    private static Refused tooLarge() {
        return new Refused(HttpStatus.CONTENT_TOO_LARGE, "web.body.too-large", MEGABYTES);
    }

    private record Arrived(HttpHeaders headers, byte[] body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }
    }
}
