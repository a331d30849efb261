package no.torg.people;

import static no.torg.db.people.Tables.AFFILIATION;
import static no.torg.db.people.Tables.AUDIENCE;
import static no.torg.db.people.Tables.ROLE;
import static no.torg.db.people.Tables.TEAM;
import static no.torg.db.people.Tables.UNIT;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The organisation as the tenant has set it up: units, teams, roles, affiliations and the kinds of people it serves. */
@Component
public class Organisation {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private final Remembered<List<Audience>> audiences = new Remembered<>(Duration.ofSeconds(10));
    private final DSLContext db;
    private final JsonMapper json;

    Organisation(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A kind of people the tenant serves; names by language code. */
    public record Audience(String id, Map<String, String> names) {
    }

    /** A team as others see it. */
    public record Team(UUID id, String name) {
    }

    /** The tenant's audiences in its own order. */
    public List<Audience> audiences() {
        return audiences.get(() -> List.copyOf(db.selectFrom(AUDIENCE).where(Tenant.owns(AUDIENCE.TENANT_ID)).orderBy(AUDIENCE.POSITION, AUDIENCE.ID)
                .fetch(row -> new Audience(row.getId(), json.readValue(row.getNames().data(), TEXTS)))));
    }

    /** Adds or renames an audience. */
    @Transactional
    public void keepAudience(Actor actor, Audience audience, int position) {
        Administration.require(actor);
        var names = JSONB.valueOf(json.writeValueAsString(audience.names()));
        db.insertInto(AUDIENCE).set(AUDIENCE.TENANT_ID, Tenant.current().id()).set(AUDIENCE.ID, audience.id()).set(AUDIENCE.POSITION, position)
                .set(AUDIENCE.NAMES, names).onConflict(AUDIENCE.TENANT_ID, AUDIENCE.ID).doUpdate().set(AUDIENCE.NAMES, names)
                .set(AUDIENCE.POSITION, position).execute();
        audiences.forget();
    }

    /** Adds a unit below its parent, or at the top. */
    @Transactional
    public UUID addUnit(Actor actor, String name, @Nullable UUID parent, @Nullable String organisationNumber) {
        Administration.require(actor);
        var id = UuidCreator.getTimeOrderedEpoch();
        var above = parent == null ? new UUID[0] : db.select(UNIT.PATH).from(UNIT).where(Tenant.owns(UNIT.TENANT_ID), UNIT.ID.eq(parent))
                .fetchOptional(UNIT.PATH).orElseThrow(() -> new Refused("people.unit.unknown"));
        db.insertInto(UNIT).set(UNIT.TENANT_ID, Tenant.current().id()).set(UNIT.ID, id).set(UNIT.PARENT_ID, parent).set(UNIT.PATH, below(above, id))
                .set(UNIT.NAME, name.strip()).set(UNIT.ORGANISATION_NUMBER, organisationNumber).execute();
        return id;
    }

    /** Adds a team of a unit, below a parent team or on its own; the name is the tenant's only one. */
    @Transactional
    public UUID addTeam(Actor actor, String name, UUID unit, @Nullable UUID parent) {
        Administration.require(actor);
        var id = UuidCreator.getTimeOrderedEpoch();
        var above = parent == null ? new UUID[0] : db.select(TEAM.PATH).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID), TEAM.ID.eq(parent))
                .fetchOptional(TEAM.PATH).orElseThrow(() -> new Refused("people.team.unknown"));
        var added = db.insertInto(TEAM).set(TEAM.TENANT_ID, Tenant.current().id()).set(TEAM.ID, id).set(TEAM.UNIT_ID, unit).set(TEAM.PARENT_ID, parent)
                .set(TEAM.PATH, below(above, id)).set(TEAM.NAME, name.strip()).onConflict(TEAM.TENANT_ID, TEAM.NAME).doNothing().execute();
        if (added == 0) {
            throw new Refused("people.team.taken", name);
        }
        return id;
    }

    /** Lets a person belong to a unit, as one of the tenant's kinds. */
    @Transactional
    public UUID affiliate(Actor actor, UUID person, String kind, UUID unit) {
        Administration.require(actor);
        var id = UuidCreator.getTimeOrderedEpoch();
        db.insertInto(AFFILIATION).set(AFFILIATION.TENANT_ID, Tenant.current().id()).set(AFFILIATION.ID, id).set(AFFILIATION.PERSON_ID, person)
                .set(AFFILIATION.UNIT_ID, unit).set(AFFILIATION.KIND, kind).execute();
        return id;
    }

    /** Grants a role from now on; {@code scope} is a team's, unit's or service's id, null for the whole tenant. */
    @Transactional
    public UUID grant(Actor actor, UUID person, String role, String scopeKind, @Nullable UUID scope, @Nullable UUID substituteFor) {
        Administration.require(actor);
        var id = UuidCreator.getTimeOrderedEpoch();
        db.insertInto(ROLE).set(ROLE.TENANT_ID, Tenant.current().id()).set(ROLE.ID, id).set(ROLE.PERSON_ID, person).set(ROLE.ROLE_, role)
                .set(ROLE.SCOPE_KIND, scopeKind).set(ROLE.SCOPE_ID, scope).set(ROLE.SUBSTITUTE_FOR, substituteFor).set(ROLE.GRANTED_BY, actor.person()).execute();
        return id;
    }

    /** Ends a role now; ended already or unknown does nothing. */
    @Transactional
    public void revoke(Actor actor, UUID role) {
        Administration.require(actor);
        var now = Instant.now();
        db.update(ROLE).set(ROLE.ACTIVE_TO, now).where(Tenant.owns(ROLE.TENANT_ID), ROLE.ID.eq(role), ROLE.ACTIVE_TO.gt(now)).execute();
    }

    /** The tenant's teams by name; all, for a tenant has some hundreds at most. */
    public List<Team> teams() {
        return db.select(TEAM.ID, TEAM.NAME).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID)).orderBy(TEAM.NAME).limit(2_000)
                .fetch(row -> new Team(row.value1(), row.value2()));
    }

    /** The team with this name. */
    public Optional<UUID> teamByName(String name) {
        return db.select(TEAM.ID).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID), TEAM.NAME.equalIgnoreCase(name)).fetchOptional(TEAM.ID);
    }

    /** The unit with this name, the oldest where several bear it. */
    public Optional<UUID> unitByName(String name) {
        return db.select(UNIT.ID).from(UNIT).where(Tenant.owns(UNIT.TENANT_ID), UNIT.NAME.equalIgnoreCase(name)).orderBy(UNIT.ID).limit(1).fetchOptional(UNIT.ID);
    }

    private static UUID[] below(UUID[] above, UUID id) {
        var path = Arrays.copyOf(above, above.length + 1);
        path[above.length] = id;
        return path;
    }
}
