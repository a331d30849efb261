package no.torg.people;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session's token; no script can read it, and only over TLS where the page came by TLS. */
final class SessionCookie {

    private SessionCookie() {
    }

    static String of(String token, HttpServletRequest request) {
        return cookie(token, SignIn.SESSION_LIVES, request);
    }

    static String gone(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private static String cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(Actors.COOKIE, value).httpOnly(true).secure(request.isSecure()).sameSite("Lax").path("/").maxAge(age).build().toString();
    }
}
