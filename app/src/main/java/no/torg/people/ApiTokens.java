package no.torg.people;

import static no.torg.db.people.Tables.API_TOKEN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tokens for the API: opaque, known by their hash, scoped, expiring. */
@Component
public class ApiTokens {

    /** The longest life of a token. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** What a token may be granted; {@code *} is all that its person may. */
    public static final List<String> SCOPES = List.of("*", "services:read", "cases:read", "cases:write", "files:write", "search:read", "metrics:read",
            "notifications:read", "notifications:write", "live:read", "admin");

    private final DSLContext db;

    ApiTokens(DSLContext db) {
        this.db = db;
    }

    /** Makes a token that acts as the person; shown once, here. Oneself, administrators and system actors. */
    public String make(Actor actor, UUID person, String label, List<String> scopes, Duration lives) {
        if (!actor.is(person)) {
            Administration.require(actor);
        }
        if (!SCOPES.containsAll(scopes) || scopes.isEmpty()) {
            throw new Refused("people.token.scopes", String.join(", ", SCOPES));
        }
        if (lives.compareTo(LONGEST) > 0 || lives.isNegative() || lives.isZero()) {
            throw new Refused("people.token.life", LONGEST.toDays());
        }
        var token = Secrets.token();
        db.insertInto(API_TOKEN).set(API_TOKEN.TENANT_ID, Tenant.current().id()).set(API_TOKEN.TOKEN_HASH, Secrets.hash(token))
                .set(API_TOKEN.ID, UuidCreator.getTimeOrderedEpoch()).set(API_TOKEN.PERSON_ID, person).set(API_TOKEN.LABEL, label)
                .set(API_TOKEN.SCOPES, scopes.toArray(String[]::new)).set(API_TOKEN.EXPIRES_AT, Instant.now().plus(lives)).execute();
        return token;
    }
}
