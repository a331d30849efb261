package no.torg.people;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.views.PasswordPage;
import no.torg.web.Frame;
import no.torg.web.OpenToAll;
import no.torg.web.Page;
import no.torg.web.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a password by a one-time link. */
@Controller
class PasswordController {

    private final SignIn signIn;

    PasswordController(SignIn signIn) {
        this.signIn = signIn;
    }

    @OpenToAll
    @GetMapping("/password/{token}")
    Page page(Frame frame, @PathVariable String token) {
        return Page.of("people/password", new PasswordPage(frame, token, mail(token), SignIn.SHORTEST_PASSWORD, null))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @OpenToAll
    @PostMapping("/password/{token}")
    Page choose(Frame frame, HttpServletRequest request, @PathVariable String token, @RequestParam(defaultValue = "") String password) {
        var mail = mail(token);
        try {
            return Page.redirect("/").header(HttpHeaders.SET_COOKIE, SessionCookie.of(signIn.choosePassword(token, password), request));
        } catch (Refused refused) {
            var error = frame.words().say(refused.key(), refused.args());
            return Page.of("people/password", new PasswordPage(frame, token, mail, SignIn.SHORTEST_PASSWORD, error)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** A link that never was is answered as one that is spent. */
    private String mail(String token) {
        return signIn.mailOfLink(token).orElseThrow(() -> new Refused(HttpStatus.GONE, "people.link.spent"));
    }
}
