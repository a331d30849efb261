package no.torg.people;

import static no.torg.db.people.Tables.PERSON;
import static no.torg.db.people.Tables.ROLE;
import static no.torg.db.people.Tables.TEAM;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Who works in a team: its case workers, and the leaders of it and of the teams above. */
@Component
public class Workers {

    private final DSLContext db;
    private final Remembered<Map<UUID, List<Persons.Named>>> known = new Remembered<>(Duration.ofSeconds(10));

    Workers(DSLContext db) {
        this.db = db;
    }

    /** Whether the person may be given the team's cases. */
    public boolean workIn(UUID team, UUID person) {
        return db.fetchExists(DSL.selectOne().from(ROLE).join(PERSON).on(PERSON.TENANT_ID.eq(ROLE.TENANT_ID), PERSON.ID.eq(ROLE.PERSON_ID))
                .where(inTeam(team), PERSON.ID.eq(person)));
    }

    /** Those who may be given the team's cases, by name; at most 500. */
    public List<Persons.Named> of(UUID team) {
        return db.selectDistinct(PERSON.ID, PERSON.NAME, PERSON.MAIL).from(ROLE)
                .join(PERSON).on(PERSON.TENANT_ID.eq(ROLE.TENANT_ID), PERSON.ID.eq(ROLE.PERSON_ID))
                .where(inTeam(team)).orderBy(PERSON.NAME, PERSON.ID).limit(500)
                .fetch(row -> new Persons.Named(row.value1(), row.value2(), row.value3()));
    }

    /** The same as this node knows them, for a page to choose from: at most ten seconds old, a change made here shows at once. */
    public List<Persons.Named> known(UUID team) {
        return known.get(ConcurrentHashMap::new).computeIfAbsent(team, this::of);
    }

    /** Somebody works elsewhere or is called something else from now on; needs the transaction that makes it so. */
    void forget() {
        known.forget();
    }

    /** Whether there is such a team. */
    public boolean isTeam(UUID team) {
        return db.fetchExists(TEAM, Tenant.owns(TEAM.TENANT_ID).and(TEAM.ID.eq(team)));
    }

    private static Condition inTeam(UUID team) {
        var now = Instant.now();
        var above = DSL.select(DSL.field("unnest({0})", UUID.class, TEAM.PATH)).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID), TEAM.ID.eq(team));
        return Tenant.owns(ROLE.TENANT_ID).and(ROLE.SCOPE_KIND.eq("team")).and(ROLE.ACTIVE_FROM.le(now)).and(ROLE.ACTIVE_TO.gt(now))
                .and(PERSON.ACTIVE_TO.gt(now))
                .and(ROLE.ROLE_.eq("case-worker").and(ROLE.SCOPE_ID.eq(team)).or(ROLE.ROLE_.eq("team-leader").and(ROLE.SCOPE_ID.in(above))));
    }
}
