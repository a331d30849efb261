package no.torg.people;

import static no.torg.db.people.Tables.AFFILIATION;
import static no.torg.db.people.Tables.PERSON;
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
import no.torg.events.Moment;
import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import no.torg.web.Fields;
import no.torg.web.Invalid;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisation as the tenant has set it up: units, teams, and who belongs where as what. */
@Component
public class Organisation {

    /** The id of the team that holds cases which an import brought without one; nobody works in it, and it counts as no team. */
    public static final UUID NO_TEAM = new UUID(0, 0);

    private static final int NAME = 200;
    private static final int DEEPEST = 12;

    private final DSLContext db;
    private final Audiences audiences;
    private final PeopleLog log;
    private final Remembered<Map<UUID, Team>> teams = new Remembered<>(Duration.ofSeconds(10));

    Organisation(DSLContext db, Audiences audiences, PeopleLog log) {
        this.db = db;
        this.audiences = audiences;
        this.log = log;
    }

    /** A kind of people the tenant serves; names by language code. */
    public record Audience(String id, Map<String, String> names) {
    }

    /** A team as others see it. */
    public record Team(UUID id, String name) {
    }

    /** The tenant's audiences in its own order. */
    public List<Audience> audiences() {
        return audiences.all();
    }

    /** Adds or renames an audience. */
    @Transactional
    public void keepAudience(Actor actor, Audience audience, int position) {
        audiences.keep(actor, audience, position);
    }

    /** Adds a unit below its parent, or at the top; refuses a malformed organisation number and one that another unit has. */
    @Transactional
    public UUID addUnit(Actor actor, String name, @Nullable UUID parent, @Nullable String organisationNumber) {
        Administration.require(actor);
        var said = Fields.text("name", name, NAME);
        var number = OrganisationNumber.of("organisationNumber", organisationNumber);
        var id = UuidCreator.getTimeOrderedEpoch();
        var above = parent == null ? new UUID[0] : db.select(UNIT.PATH).from(UNIT).where(Tenant.owns(UNIT.TENANT_ID), UNIT.ID.eq(parent))
                .fetchOptional(UNIT.PATH).orElseThrow(() -> new Invalid("parent", "people.unit.unknown"));
        var added = db.insertInto(UNIT).set(UNIT.TENANT_ID, Tenant.current().id()).set(UNIT.ID, id).set(UNIT.PARENT_ID, parent).set(UNIT.PATH, below(above, id))
                .set(UNIT.NAME, said).set(UNIT.ORGANISATION_NUMBER, number).onConflict(UNIT.TENANT_ID, UNIT.ORGANISATION_NUMBER).doNothing().execute();
        if (added == 0) {
            throw new Refused("people.unit.number-taken", String.valueOf(number)).about("organisationNumber");
        }
        log.add(actor, "unit", id, "people.unit-added", parent == null ? Map.of() : Map.of("parent", parent));
        return id;
    }

    /** Adds a team of a unit, below a parent team or on its own; the name is the tenant's only one. */
    @Transactional
    public UUID addTeam(Actor actor, String name, UUID unit, @Nullable UUID parent) {
        Administration.require(actor);
        var said = Fields.text("name", name, NAME);
        requireUnit(unit);
        var id = UuidCreator.getTimeOrderedEpoch();
        var above = parent == null ? new UUID[0] : db.select(TEAM.PATH).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID), TEAM.ID.eq(parent))
                .fetchOptional(TEAM.PATH).orElseThrow(() -> new Invalid("parent", "people.team.unknown"));
        var added = db.insertInto(TEAM).set(TEAM.TENANT_ID, Tenant.current().id()).set(TEAM.ID, id).set(TEAM.UNIT_ID, unit).set(TEAM.PARENT_ID, parent)
                .set(TEAM.PATH, below(above, id)).set(TEAM.NAME, said).onConflict(TEAM.TENANT_ID, TEAM.NAME).doNothing().execute();
        if (added == 0) {
            throw new Refused("people.team.taken", said).about("name");
        }
        teams.forget();
        log.add(actor, "team", id, "people.team-added", Map.of("unit", unit));
        return id;
    }

    /** Lets a person belong to a unit from now on, as one of the tenant's kinds; refuses what already is so. */
    @Transactional
    public UUID affiliate(Actor actor, UUID person, String kind, UUID unit) {
        Administration.require(actor);
        // the person's row keeps two who do the same at once apart
        db.select(PERSON.ID).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(Fields.required("person", person))).forUpdate()
                .fetchOptional().orElseThrow(() -> new Invalid("person", "people.person.unknown"));
        Fields.choice("kind", kind, audiences.all().stream().map(Audience::id).toList());
        requireUnit(unit);
        var now = Moment.now();
        if (db.fetchExists(AFFILIATION, Tenant.owns(AFFILIATION.TENANT_ID), AFFILIATION.PERSON_ID.eq(person), AFFILIATION.UNIT_ID.eq(unit),
                AFFILIATION.KIND.eq(kind), AFFILIATION.ACTIVE_TO.gt(now))) {
            throw new Refused("people.affiliation.held").about("person");
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        db.insertInto(AFFILIATION).set(AFFILIATION.TENANT_ID, Tenant.current().id()).set(AFFILIATION.ID, id).set(AFFILIATION.PERSON_ID, person)
                .set(AFFILIATION.UNIT_ID, unit).set(AFFILIATION.KIND, kind).execute();
        log.add(actor, "person", person, "people.affiliation-added", Map.of("affiliation", id, "unit", unit, "kind", kind));
        return id;
    }

    /** Ends an affiliation now; one that has ended stays as it is. */
    @Transactional
    public void endAffiliation(Actor actor, UUID affiliation) {
        Administration.require(actor);
        var person = db.select(AFFILIATION.PERSON_ID).from(AFFILIATION).where(Tenant.owns(AFFILIATION.TENANT_ID), AFFILIATION.ID.eq(affiliation))
                .fetchOptional(AFFILIATION.PERSON_ID).orElseThrow(() -> new NotFound("affiliation"));
        var now = Instant.now();
        var ended = db.update(AFFILIATION).set(AFFILIATION.ACTIVE_TO, now)
                .where(Tenant.owns(AFFILIATION.TENANT_ID), AFFILIATION.ID.eq(affiliation), AFFILIATION.ACTIVE_TO.gt(now)).execute();
        if (ended == 1) {
            log.add(actor, "person", person, "people.affiliation-ended", Map.of("affiliation", affiliation));
        }
    }

    /** The tenant's teams by name; all, for a tenant has some hundreds at most. At most ten seconds old. */
    public List<Team> teams() {
        return List.copyOf(known().values());
    }

    /** The team's name, at most ten seconds old; empty where there is no such team. */
    public String teamName(UUID team) {
        var found = known().get(team);
        return found == null ? "" : found.name();
    }

    private Map<UUID, Team> known() {
        return teams.get(() -> db.select(TEAM.ID, TEAM.NAME).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID)).orderBy(TEAM.NAME).limit(2_000)
                .fetchMap(TEAM.ID, row -> new Team(row.value1(), row.value2())));
    }

    /** The team with this name. */
    public Optional<UUID> teamByName(String name) {
        return db.select(TEAM.ID).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID), TEAM.NAME.equalIgnoreCase(name)).orderBy(TEAM.ID).limit(1).fetchOptional(TEAM.ID);
    }

    /** The unit with this name, the oldest where several bear it. */
    public Optional<UUID> unitByName(String name) {
        return db.select(UNIT.ID).from(UNIT).where(Tenant.owns(UNIT.TENANT_ID), UNIT.NAME.equalIgnoreCase(name)).orderBy(UNIT.ID).limit(1).fetchOptional(UNIT.ID);
    }

    private void requireUnit(@Nullable UUID unit) {
        if (!db.fetchExists(UNIT, Tenant.owns(UNIT.TENANT_ID), UNIT.ID.eq(Fields.required("unit", unit)))) {
            throw new Invalid("unit", "people.unit.unknown");
        }
    }

    private static UUID[] below(UUID[] above, UUID id) {
        if (above.length >= DEEPEST) {
            throw new Invalid("parent", "people.tree.deep", DEEPEST);
        }
        var path = Arrays.copyOf(above, above.length + 1);
        path[above.length] = id;
        return path;
    }
}
