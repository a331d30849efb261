package no.torg.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Reads a form before anybody asks for its fields, and answers one that cannot be read: too large, malformed, broken off. Tomcat throws
 * whenever such a form is asked for a field, so that not even the page that says so could be made. A form with files is written to disk while it is
 * read, so of one whom nobody knows it is read only where it is small enough to be kept while they sign in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
class FormFilter extends OncePerRequestFilter {
    /** What a stranger may send with files; all text of the longest form has room in it. */
    static final int STRANGERS_MEGABYTES = 2;

    private final HandlerExceptionResolver errors;
    private final Frames frames;

    FormFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors, Frames frames) {
        this.errors = errors;
        this.frames = frames;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !hasFiles(request) && !type(request).startsWith("application/x-www-form-urlencoded");
    }

    /** Tomcat takes everything of several parts for a form with files. */
    private static boolean hasFiles(HttpServletRequest request) {
        return type(request).startsWith("multipart/");
    }

    private static String type(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            if (isLarge(request) && frames.viewer(request).isEmpty()) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                throw new Refused(HttpStatus.UNAUTHORIZED, "web.form.sign-in-first", STRANGERS_MEGABYTES);
            }
            request.getParameterMap();
        } catch (IllegalStateException unreadable) {
            var large = unreadable instanceof InvalidParameterException form && form.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value();
            answer(request, response, new ResponseStatusException(large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST));
            return;
        } catch (Refused | DataAccessException unread) {
            answer(request, response, unread);
            return;
        }
        chain.doFilter(request, response);
    }

    /** A form with files that is larger than a stranger's may be, or does not tell how large it is. */
    private static boolean isLarge(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return hasFiles(request) && (length < 0 || length > STRANGERS_MEGABYTES * 1024 * 1024);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception fault) {
        errors.resolveException(new Unread(request), response, null, fault);
    }

    /** The request without the fields that cannot be read. */
    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
