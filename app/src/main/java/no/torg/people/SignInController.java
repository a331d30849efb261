package no.torg.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.views.KeptField;
import no.torg.people.views.ResumePage;
import no.torg.people.views.SignInPage;
import no.torg.web.Frame;
import no.torg.web.OpenToAll;
import no.torg.web.Page;
import no.torg.web.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a local account, and out. What was typed before the session ended is kept and sent on afterwards. */
@Controller
class SignInController {

    static final String KEPT = "kept.";

    private final SignIn signIn;

    SignInController(SignIn signIn) {
        this.signIn = signIn;
    }

    @OpenToAll
    @GetMapping("/sign-in")
    Page page(Frame frame, @RequestParam(defaultValue = "/") String next) {
        return Page.of("people/sign-in", new SignInPage(frame, "", null, ownPath(next), List.of()));
    }

    @OpenToAll
    @PostMapping("/sign-in")
    Page signIn(Frame frame, HttpServletRequest request, @RequestParam(defaultValue = "") String mail, @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next) {
        var kept = kept(request.getParameterMap());
        try {
            return signIn.byPassword(mail, password, request.getRemoteAddr())
                    .map(token -> signedIn(frame, request, token, ownPath(next), kept))
                    .orElseGet(() -> wrong(frame, mail, next, kept, frame.words().say("people.sign-in.wrong"), HttpStatus.UNPROCESSABLE_CONTENT));
        } catch (Refused tooMany) {
            return wrong(frame, mail, next, kept, frame.words().say(tooMany.key(), tooMany.args()), HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    @OpenToAll
    @PostMapping("/sign-out")
    Page signOut(HttpServletRequest request) {
        Actors.session(request).ifPresent(signIn::close);
        return Page.redirect("/").header(HttpHeaders.SET_COOKIE, SessionCookie.gone(request));
    }

    /** Where one signs in and goes on from there. */
    static String address(String next) {
        return "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** A path of our own to go to; anything else is the front page, so that no link can send people elsewhere. */
    static String ownPath(String next) {
        return next.startsWith("/") && !next.startsWith("//") && !next.contains("\\") && next.chars().noneMatch(c -> c < ' ') ? next : "/";
    }

    private static Page signedIn(Frame frame, HttpServletRequest request, String token, String next, List<KeptField> kept) {
        var page = kept.isEmpty() ? Page.redirect(next) : Page.of("people/resume", new ResumePage(frame, next, kept));
        return page.header(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request));
    }

    private static Page wrong(Frame frame, String mail, String next, List<KeptField> kept, String error, HttpStatus status) {
        return Page.of("people/sign-in", new SignInPage(frame.standingFor(address(ownPath(next))), mail, error, ownPath(next), kept)).status(status);
    }

    private static List<KeptField> kept(Map<String, String[]> parameters) {
        var kept = new ArrayList<KeptField>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(KEPT)) {
                List.of(values).forEach(value -> kept.add(new KeptField(name.substring(KEPT.length()), value)));
            }
        });
        return kept;
    }
}
