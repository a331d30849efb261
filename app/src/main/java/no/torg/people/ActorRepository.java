package no.torg.people;

import static no.torg.db.people.Tables.API_TOKEN;
import static no.torg.db.people.Tables.SESSION;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.people.Actors.Pass;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;

/** Looks up a session or token together with its person, teams and roles: one statement a request. */
@Repository
class ActorRepository {

    static final Duration IDLE = Duration.ofHours(8);
    private static final Duration SEEN_AT_MOST = Duration.ofMinutes(1);

    /** What the statements give; named, or jOOQ finds the types of the columns out anew each time. */
    private static final List<Field<?>> COLUMNS = List.of(DSL.field("id", UUID.class), DSL.field("name", String.class), DSL.field("language", String.class),
            DSL.field("scopes", String[].class), DSL.field("last_seen", Instant.class), DSL.field("read_along", Integer.class),
            DSL.field("affiliations", String[].class), DSL.field("roles", String[].class), DSL.field("led", String[].class));
    private static final String ACTOR = """
            select p.id, p.name, p.language, %s as scopes, %s as last_seen, %s as read_along,
              array(select a.kind || ' ' || a.unit_id from people.affiliation a
                where a.tenant_id = p.tenant_id and a.person_id = p.id and a.active_from <= now() and a.active_to > now()
                order by a.active_from desc, a.id) as affiliations,
              array(select r.role || ' ' || r.scope_kind || ' ' || coalesce(r.scope_id::text, '') from people.role r
                where r.tenant_id = p.tenant_id and r.person_id = p.id and r.active_from <= now() and r.active_to > now()) as roles,
              array(select t.id::text from people.team t, people.role r
                where r.tenant_id = p.tenant_id and r.person_id = p.id and r.role = 'team-leader' and r.scope_kind = 'team'
                  and r.active_from <= now() and r.active_to > now() and t.tenant_id = r.tenant_id and r.scope_id = any(t.path)) as led
            from %s p.active_from <= now() and p.active_to > now()
            """;
    private static final String BY_SECRET = """
            people.%s k join people.person p on p.tenant_id = k.tenant_id and p.id = k.person_id
            where k.tenant_id = ? and k.token_hash = ? and k.expires_at > now() and k.last_seen > ?::timestamptz and
            """;
    private static final String BY_TOKEN = ACTOR.formatted("k.scopes", "k.last_seen", "0", BY_SECRET.formatted("api_token"));
    private static final String BY_PERSON = ACTOR.formatted("array['*']", "now()", "0", "people.person p where p.tenant_id = ? and p.id = ? and");

    private static final String STILL = """
            select %s as token, asked.hash from unnest(?::text[]) as asked (hash)
            join people.%s k on k.tenant_id = ? and k.token_hash = decode(asked.hash, 'hex')
            join people.person p on p.tenant_id = k.tenant_id and p.id = k.person_id
            where k.expires_at > now() and k.last_seen > ?::timestamptz and p.active_from <= now() and p.active_to > now()
            """;
    private static final String STILL_IN = STILL.formatted("true", "api_token") + "union all\n" + STILL.formatted("false", "session");

    private final DSLContext db;
    private final String bySession;

    ActorRepository(DSLContext db, ObjectProvider<ReadAlong> readAlong) {
        this.db = db;
        var number = Stream.concat(Stream.of("0"), readAlong.stream().map(ReadAlong::number)).collect(Collectors.joining(" + "));
        this.bySession = ACTOR.formatted("array['*']", "k.last_seen", number, BY_SECRET.formatted("session"));
    }

    /** Whose session it is, and the number that pages show of them. */
    record SignedIn(Actor actor, int readAlong) {
    }

    Optional<SignedIn> ofSession(byte[] hash) {
        var found = query(bySession, hash, Instant.now().minus(IDLE)).fetchOptional();
        found.filter(ActorRepository::unseenForAMinute).ifPresent(row -> db.update(SESSION).set(SESSION.LAST_SEEN, Instant.now())
                .where(Tenant.owns(SESSION.TENANT_ID), SESSION.TOKEN_HASH.eq(hash)).execute());
        return found.map(row -> new SignedIn(actor(row), row.get("read_along", Integer.class)));
    }

    /** The same for an open stream, which is no sign of a person's doing: it does not keep the session from idling out. */
    Optional<Actor> stillOfSession(byte[] hash) {
        return query(bySession, hash, Instant.now().minus(IDLE)).fetchOptional().map(ActorRepository::actor);
    }

    Optional<Actor> ofToken(byte[] hash) {
        var found = query(BY_TOKEN, hash, Instant.EPOCH).fetchOptional();
        found.filter(ActorRepository::unseenForAMinute).ifPresent(row -> db.update(API_TOKEN).set(API_TOKEN.LAST_SEEN, Instant.now())
                .where(Tenant.owns(API_TOKEN.TENANT_ID), API_TOKEN.TOKEN_HASH.eq(hash)).execute());
        return found.map(ActorRepository::actor);
    }

    Set<Pass> still(Collection<Pass> passes) {
        var tenant = Tenant.current().id();
        return db.resultQuery(STILL_IN, hashes(passes, true), tenant, Instant.EPOCH, hashes(passes, false), tenant, Instant.now().minus(IDLE))
                .fetchSet(row -> new Pass(row.get("token", Boolean.class), row.get("hash", String.class)));
    }

    Optional<Actor> ofPerson(UUID person) {
        return db.resultQuery(BY_PERSON, Tenant.current().id(), person).coerce(COLUMNS).fetchOptional().map(ActorRepository::actor);
    }

    private static String[] hashes(Collection<Pass> passes, boolean token) {
        return passes.stream().filter(pass -> pass.token() == token).map(Pass::hash).toArray(String[]::new);
    }

    private ResultQuery<Record> query(String sql, byte[] hash, Instant seenAfter) {
        return db.resultQuery(sql, Tenant.current().id(), hash, seenAfter).coerce(COLUMNS);
    }

    private static boolean unseenForAMinute(Record row) {
        return row.get("last_seen", Instant.class).isBefore(Instant.now().minus(SEEN_AT_MOST));
    }

    private static Actor actor(Record row) {
        var roles = List.of(row.get("roles", String[].class)).stream().map(text -> text.split(" ", -1)).toList();
        var teams = scopes(roles, "case-worker", "team");
        var led = Arrays.stream(row.get("led", String[].class)).map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
        var covered = new LinkedHashSet<>(teams);
        covered.addAll(led);
        return new Actor(row.get("id", UUID.class), row.get("name", String.class), Language.of(row.get("language", String.class)).orElse(Language.NB),
                belongings(row.get("affiliations", String[].class)), teams, covered, led, scopes(roles, "service-owner", "service"),
                Set.copyOf(roles.stream().map(role -> role[0]).toList()), Set.of(row.get("scopes", String[].class)));
    }

    private static List<Actor.Belonging> belongings(String[] texts) {
        return List.of(texts).stream().map(text -> text.split(" ")).map(parts -> new Actor.Belonging(parts[0], UUID.fromString(parts[1]))).toList();
    }

    private static Set<UUID> scopes(List<String[]> roles, String role, String kind) {
        return Set.copyOf(roles.stream().filter(row -> row[0].equals(role) && row[1].equals(kind)).map(row -> UUID.fromString(row[2])).toList());
    }
}
