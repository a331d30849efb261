package no.torg.people;

import static no.torg.db.people.Tables.PERSON;
import static no.torg.db.people.Tables.ROLE;
import static no.torg.db.people.Tables.TEAM;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Who works in a team: its case workers, and the leaders of it and of the teams above. */
@Component
public class Workers {

    private final DSLContext db;

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

    /** Read piece: those who may be given the cases of a team, by name; at most 500. */
    public static Field<List<Persons.Named>> in(Field<UUID> team) {
        return DSL.multiset(DSL.selectDistinct(PERSON.ID, PERSON.NAME, PERSON.MAIL).from(ROLE)
                .join(PERSON).on(PERSON.TENANT_ID.eq(ROLE.TENANT_ID), PERSON.ID.eq(ROLE.PERSON_ID))
                .where(inTeam(team)).orderBy(PERSON.NAME, PERSON.ID).limit(500)).convertFrom(rows -> rows.map(Records.mapping(Persons.Named::new)));
    }

    /** Whether there is such a team. */
    public boolean isTeam(UUID team) {
        return db.fetchExists(TEAM, Tenant.owns(TEAM.TENANT_ID).and(TEAM.ID.eq(team)));
    }

    private static Condition inTeam(UUID team) {
        return inTeam(DSL.val(team));
    }

    private static Condition inTeam(Field<UUID> team) {
        var now = Instant.now();
        var above = DSL.select(DSL.field("unnest({0})", UUID.class, TEAM.PATH)).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID), TEAM.ID.eq(team));
        return Tenant.owns(ROLE.TENANT_ID).and(ROLE.SCOPE_KIND.eq("team")).and(ROLE.ACTIVE_FROM.le(now)).and(ROLE.ACTIVE_TO.gt(now))
                .and(PERSON.ACTIVE_TO.gt(now))
                .and(ROLE.ROLE_.eq("case-worker").and(ROLE.SCOPE_ID.eq(team)).or(ROLE.ROLE_.eq("team-leader").and(ROLE.SCOPE_ID.in(above))));
    }
}
