package no.torg.people;

import static no.torg.db.people.Tables.API_TOKEN;
import static no.torg.db.people.Tables.PERSON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.tenancy.Tenant;
import no.torg.web.Fields;
import no.torg.web.Invalid;
import no.torg.web.NotFound;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens for the API: opaque, known by their hash, scoped, expiring. */
@Component
public class ApiTokens {

    /** The longest life of a token. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** What a token may be granted; {@code *} is all that its person may. */
    public static final List<String> SCOPES = List.of("*", "services:read", "cases:read", "cases:write", "files:write", "search:read", "metrics:read", "metrics:write",
            "notifications:read", "notifications:write", "live:read", "admin");

    private static final int MOST = 500;

    private final DSLContext db;
    private final Roles roles;
    private final PeopleLog log;

    ApiTokens(DSLContext db, Roles roles, PeopleLog log) {
        this.db = db;
        this.roles = roles;
        this.log = log;
    }

    /** A token as its holder may see it afterwards; what it is, nobody can. */
    public record Token(UUID id, String label, List<String> scopes, Instant madeAt, Instant lastSeen, Instant expiresAt) {
    }

    /**
     * Makes a token that acts as the person; shown once, here. Oneself, administrators and system actors, for an operator only operators of
     * these; none by a token may reach further than that token does.
     */
    @Transactional
    public String make(Actor actor, UUID person, String label, List<String> scopes, Duration lives) {
        if (!actor.is(person)) {
            Administration.require(actor);
            roles.requireMayActAs(actor, person);
        }
        if (!SCOPES.containsAll(scopes) || scopes.isEmpty()) {
            throw new Invalid("scopes", "people.token.scopes", String.join(", ", SCOPES));
        }
        if (!actor.mayUse("*") && !scopes.stream().allMatch(actor::mayUse)) {
            throw new Forbidden();
        }
        if (lives.compareTo(LONGEST) > 0 || lives.isNegative() || lives.isZero()) {
            throw new Invalid("days", "people.token.life", LONGEST.toDays());
        }
        if (!db.fetchExists(PERSON, Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(person))) {
            throw new Invalid("person", "people.person.unknown");
        }
        var token = Secrets.token();
        var id = UuidCreator.getTimeOrderedEpoch();
        db.insertInto(API_TOKEN).set(API_TOKEN.TENANT_ID, Tenant.current().id()).set(API_TOKEN.TOKEN_HASH, Secrets.hash(token))
                .set(API_TOKEN.ID, id).set(API_TOKEN.PERSON_ID, person).set(API_TOKEN.LABEL, Fields.text("label", label, 100))
                .set(API_TOKEN.SCOPES, scopes.toArray(String[]::new)).set(API_TOKEN.EXPIRES_AT, Instant.now().plus(lives)).execute();
        log.add(actor, "person", person, "people.token-made", Map.of("token", id, "scopes", scopes));
        return token;
    }

    /** One's own tokens that still work, the newest first. */
    List<Token> of(Actor actor) {
        return db.selectFrom(API_TOKEN).where(Tenant.owns(API_TOKEN.TENANT_ID), API_TOKEN.PERSON_ID.eq(actor.id()), API_TOKEN.EXPIRES_AT.gt(Instant.now()))
                .orderBy(API_TOKEN.ID.desc()).limit(MOST)
                .fetch(row -> new Token(row.getId(), row.getLabel(), List.of(row.getScopes()), row.getMadeAt(), row.getLastSeen(), row.getExpiresAt()));
    }

    /** Ends a token of one's own, or anybody's for administrators. */
    @Transactional
    void end(Actor actor, UUID id) {
        var mine = actor.administrates() ? DSL.noCondition() : API_TOKEN.PERSON_ID.eq(actor.id());
        var person = db.deleteFrom(API_TOKEN).where(Tenant.owns(API_TOKEN.TENANT_ID), API_TOKEN.ID.eq(id), mine)
                .returningResult(API_TOKEN.PERSON_ID).fetchOptional(API_TOKEN.PERSON_ID).orElseThrow(() -> new NotFound("token"));
        log.add(actor, "person", person, "people.token-ended", Map.of("token", id));
    }
}
