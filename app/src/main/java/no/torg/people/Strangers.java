package no.torg.people;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.views.KeptField;
import no.torg.people.views.SignInPage;
import no.torg.web.Frames;
import no.torg.web.Page;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Sends those who are not signed in to sign in and back again, with what they had typed; tells the API's callers by 401. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Strangers {

    private final Frames frames;

    Strangers(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    Object signIn(SignInRequired required, HttpServletRequest request) {
        if (isApi(request)) {
            return problem(request);
        }
        var here = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        if (request.getHeader("HX-Request") != null) {
            return Page.fragment("web/nothing", Boolean.TRUE).status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", SignInController.address(referrer(request)));
        }
        if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            return Page.redirect(SignInController.address(here));
        }
        return Page.of("people/sign-in", new SignInPage(frames.of(request).standingFor("/sign-in"), "", null, here, kept(request))).status(HttpStatus.UNAUTHORIZED);
    }

    private ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        var problem = ProblemDetail.forStatus(HttpStatus.UNAUTHORIZED);
        problem.setType(URI.create("/api/problems#web.error.401"));
        problem.setTitle(frames.words(request).say("web.error.401.title"));
        problem.setProperty("code", "web.error.401");
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").body(problem);
    }

    private static List<KeptField> kept(HttpServletRequest request) {
        var kept = new ArrayList<KeptField>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                List.of(values).forEach(value -> kept.add(new KeptField(name, value)));
            }
        });
        return kept;
    }

    /** The page that the partial request came from, as a path of our own. */
    private static String referrer(HttpServletRequest request) {
        var current = request.getHeader("HX-Current-URL");
        try {
            var uri = current == null ? null : URI.create(current);
            return uri == null || uri.getRawPath() == null ? "/" : SignInController.ownPath(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") || Actors.bringsToken(request);
    }
}
