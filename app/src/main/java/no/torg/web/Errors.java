package no.torg.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import no.torg.web.views.ErrorPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.util.DisconnectedClientHelper;

/** The one place where a fault becomes an answer: a page, a part of one, or a problem (RFC 9457) for the API. Never an exception's own text. */
@ControllerAdvice
class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";

    private final Frames frames;
    private final SecureRandom random = new SecureRandom();

    Errors(Frames frames) {
        this.frames = frames;
    }

    /** Security has its own way of sending a stranger to sign in. */
    @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
    void security(RuntimeException fault) {
        throw fault;
    }

    /** The asker has gone; nobody reads an answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException fault) {}

    @ExceptionHandler
    Object any(Exception fault, HttpServletRequest request, HttpServletResponse response) {
        // a stream finds out by writing; a database that is gone says "broken pipe" too, and is no IOException
        if (fault instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(fault)) return ResponseEntity.badRequest().build();
        if (fault instanceof HttpRequestMethodNotSupportedException unsupported && unsupported.getSupportedMethods() != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", unsupported.getSupportedMethods()));
        }
        return answer(Fault.status(fault), fault, request);
    }

    /** The answer for a status and, where there is one, the fault behind it; those of our own making are logged under a reference. */
    Object answer(HttpStatus status, @Nullable Throwable fault, HttpServletRequest request) {
        var reference = status == HttpStatus.INTERNAL_SERVER_ERROR ? reference() : null;
        if (reference != null) LOG.error("{} {} {}", reference, request.getMethod(), path(request), fault);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) LOG.warn("Unavailable: {} {}: {}", request.getMethod(), path(request), String.valueOf(fault));
        var frame = status == HttpStatus.SERVICE_UNAVAILABLE ? frames.bare(request) : frames.of(request);
        // what was sent cannot be asked for again by a link
        var method = request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String failed ? failed : request.getMethod();
        if (!Set.of("GET", "HEAD").contains(method)) frame = frame.standingFor("/");
        return wantsProblem(request) ? problem(status, fault, reference, frame.words()) : page(status, fault, reference, frame, request.getHeader("HX-Request") != null);
    }

    private static Page page(HttpStatus status, @Nullable Throwable fault, @Nullable String reference, Frame frame, boolean part) {
        var view = new ErrorPage(frame, status.value(), frame.words().say(key(status) + ".title"), text(status, fault, frame.words()), reference);
        var page = part
                ? Page.fragment("web/error-notice", view).header("HX-Retarget", "#notice").header("HX-Reswap", "innerHTML")
                : Page.of("web/error", view);
        page = page.status(status);
        return status == HttpStatus.SERVICE_UNAVAILABLE ? page.header(HttpHeaders.RETRY_AFTER, "10") : page;
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, @Nullable Throwable fault, @Nullable String reference, Words words) {
        var code = fault instanceof Refused refused ? refused.key() : key(status);
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/api/problems#" + code));
        problem.setTitle(fault instanceof Refused ? text(status, fault, words) : words.say(key(status) + ".title"));
        problem.setProperty("code", code);
        if (reference != null) problem.setProperty("reference", reference);
        var wrong = WrongFields.of(fault, words);
        if (!wrong.isEmpty()) problem.setProperty("errors", wrong);
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) answer.header(HttpHeaders.RETRY_AFTER, "10");
        return answer.body(problem);
    }

    private static String text(HttpStatus status, @Nullable Throwable fault, Words words) {
        return fault instanceof Refused refused ? words.say(refused.key(), refused.args()) : words.say(key(status) + ".text");
    }

    private static String key(HttpStatus status) {
        return "web.error." + switch (status) {
            case BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, CONFLICT, GONE, UNSUPPORTED_MEDIA_TYPE,
                      TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> status.value();
            case CONTENT_TOO_LARGE -> 413;
            case UNPROCESSABLE_CONTENT -> 422;
            default -> status.is4xxClientError() ? 400 : 500;
        };
    }

    private static boolean wantsProblem(HttpServletRequest request) {
        var path = request.getAttribute("jakarta.servlet.error.request_uri") instanceof String asked ? asked : request.getRequestURI();
        var accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).toLowerCase(Locale.ROOT);
        return path.startsWith("/api/") || path.equals("/api") || accept.contains("json") && !accept.contains("html");
    }

    /** The path for the log, without what is as long as a secret: who reads the link to choose a password can use it. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().replaceAll("[^/]{40,}", "…");
    }

    private String reference() {
        var letters = new StringBuilder();
        for (var i = 0; i < 8; i++) letters.append(i == 4 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return letters.toString();
    }
}
