package no.torg.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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

    /** By what a request was let in, a token or a session, for what lasts longer than the request: known by the hash alone. */
    public record Pass(boolean token, String hash) {

        private static Pass of(boolean token, String secret) {
            return new Pass(token, HexFormat.of().formatHex(Secrets.hash(secret)));
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(hash);
        }
    }

    /** The pass that the request brings, whether or not it lets anybody in. */
    public Optional<Pass> pass(HttpServletRequest request) {
        return bringsToken(request) ? Optional.of(Pass.of(true, request.getHeader("Authorization").substring(7).trim()))
                : session(request).map(token -> Pass.of(false, token));
    }

    /** Asks again who is behind a pass; empty once it has ended. */
    public Optional<Actor> anew(Pass pass) {
        return pass.token() ? repository.ofToken(pass.bytes()) : repository.stillOfSession(pass.bytes());
    }

    /** Those of the passes that still let their person in, in one statement. */
    public Set<Pass> still(Collection<Pass> passes) {
        return repository.still(passes);
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
        return pass(request).flatMap(pass -> pass.token() ? repository.ofToken(pass.bytes()).map(actor -> new SignedIn(actor, 0))
                : repository.ofSession(pass.bytes()));
    }
}
