package no.torg.people;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.ActorRepository.SignedIn;
import org.springframework.stereotype.Component;

/** Who is asking: the bearer token or the session cookie of a request, looked up once. */
@Component
public class Actors {

    static final String COOKIE = "torg-session";
    private static final String KEPT = Actors.class.getName();

    private final ActorRepository repository;

    Actors(ActorRepository repository) {
        this.repository = repository;
    }

    /** The person behind the request, if anybody is signed in. */
    public Optional<Actor> of(HttpServletRequest request) {
        return kept(request).map(SignedIn::actor);
    }

    /** The number that {@link ReadAlong} read of the person behind the request; 0 for a stranger and with a token. */
    public int readAlong(HttpServletRequest request) {
        return kept(request).map(SignedIn::readAlong).orElse(0);
    }

    /** Asks again who is behind the request, for what lasts longer than the request does; empty once the session or token has ended. */
    public Supplier<Optional<Actor>> anew(HttpServletRequest request) {
        if (bringsToken(request)) {
            var hash = Secrets.hash(request.getHeader("Authorization").substring(7).trim());
            return () -> repository.ofToken(hash);
        }
        var hash = session(request).map(Secrets::hash);
        return () -> hash.flatMap(repository::stillOfSession);
    }

    /** The person as an actor, for what is done in their name without a request: a demo, a job. Inactive and unknown persons are none. */
    public Optional<Actor> of(UUID person) {
        return repository.ofPerson(person);
    }

    static void forget(HttpServletRequest request) {
        request.removeAttribute(KEPT);
    }

    static boolean bringsToken(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    static Optional<String> session(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? Optional.empty()
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue).findFirst();
    }

    private Optional<SignedIn> kept(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Optional<?> known) {
            return known.map(SignedIn.class::cast);
        }
        var found = lookUp(request);
        request.setAttribute(KEPT, found);
        return found;
    }

    private Optional<SignedIn> lookUp(HttpServletRequest request) {
        if (bringsToken(request)) {
            return repository.ofToken(Secrets.hash(request.getHeader("Authorization").substring(7).trim())).map(actor -> new SignedIn(actor, 0));
        }
        return session(request).flatMap(token -> repository.ofSession(Secrets.hash(token)));
    }
}
