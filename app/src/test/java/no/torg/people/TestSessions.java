package no.torg.people;

import java.util.List;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;

/** Opens sessions and tokens for tests without going by the sign-in page; the tenant must be bound. */
@TestComponent
public class TestSessions {

    private final SignIn signIn;
    private final ApiTokens tokens;

    TestSessions(SignIn signIn, ApiTokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    /** A session's token for the cookie. */
    public String open(UUID person) {
        return signIn.open(person);
    }

    /** A token for the API. */
    public String token(UUID person, List<String> scopes) {
        return tokens.make(Actor.system("test"), person, "test", scopes, ApiTokens.LONGEST);
    }
}
