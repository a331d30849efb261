package no.torg.people;

import static no.torg.db.people.Tables.SESSION;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.boot.test.context.TestComponent;

/** Opens and ends sessions and tokens for tests without going by the sign-in page; the tenant must be bound. */
@TestComponent
public class TestSessions {

    private final DSLContext db;
    private final SignIn signIn;
    private final ApiTokens tokens;

    TestSessions(DSLContext db, SignIn signIn, ApiTokens tokens) {
        this.db = db;
        this.signIn = signIn;
        this.tokens = tokens;
    }

    /** A session's token for the cookie. */
    public String open(UUID person) {
        return signIn.open(person);
    }

    /** Lets the session's time run out. */
    public void expire(String token) {
        change(token, SESSION.EXPIRES_AT, Instant.now());
    }

    /** Makes the session one that nobody has used for as long as it may lie idle. */
    public void leave(String token) {
        change(token, SESSION.LAST_SEEN, Instant.now().minus(ActorRepository.IDLE));
    }

    /** Ends the session as another node would: the row is gone. */
    public void delete(String token) {
        signIn.close(token);
    }

    private void change(String token, Field<Instant> field, Instant to) {
        if (db.update(SESSION).set(field, to).where(Tenant.owns(SESSION.TENANT_ID), SESSION.TOKEN_HASH.eq(Secrets.hash(token))).execute() != 1) {
            throw new AssertionError("No such session");
        }
    }

    /** A token for the API. */
    public String token(UUID person, List<String> scopes) {
        return tokens.make(Actor.system("test"), person, "test", scopes, ApiTokens.LONGEST);
    }
}
