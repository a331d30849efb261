package no.torg.people;

import static no.torg.db.people.Tables.AFFILIATION;
import static no.torg.db.people.Tables.PERSON;
import static no.torg.db.people.Tables.ROLE;
import static no.torg.db.people.Tables.TEAM;
import static no.torg.db.people.Tables.UNIT;
import static org.jooq.Records.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People and the organisation as administrators read them, a page at a time, in the order that they were added. */
@Component
class PeopleLists {

    private static final int MOST = 500;

    private final DSLContext db;

    PeopleLists(DSLContext db) {
        this.db = db;
    }

    /** A person; {@code end} is null for one whose time has no end. */
    record PersonRow(UUID id, String name, @Nullable String mail, @Nullable String phone, String language, Instant begin, @Nullable Instant end) {
    }

    /** A person with how they belong and what they may do, now and later. */
    record WholePerson(PersonRow person, List<AffiliationRow> affiliations, List<RoleRow> roles) {
    }

    /** As what a person belongs to a unit. */
    record AffiliationRow(UUID id, String kind, UUID unit, Instant begin, @Nullable Instant end) {
    }

    /** A role that somebody holds; {@code scope} is the unit's, team's or service's id, null for the whole tenant. */
    record RoleRow(UUID id, UUID person, String role, String scopeKind, @Nullable UUID scope, @Nullable UUID substituteFor, Instant begin, @Nullable Instant end,
            @Nullable UUID grantedBy) {
    }

    /** A node of the organisation. */
    record UnitRow(UUID id, String name, @Nullable UUID parent, @Nullable String organisationNumber) {
    }

    /** A team. */
    record TeamRow(UUID id, String name, UUID unit, @Nullable UUID parent) {
    }

    /** So many persons after one, of all or with this mail. */
    List<PersonRow> persons(Actor actor, @Nullable String mail, @Nullable UUID after, int limit) {
        Administration.require(actor);
        var wanted = mail == null ? DSL.noCondition() : DSL.lower(PERSON.MAIL).eq(mail.strip().toLowerCase(Locale.ROOT));
        return rows(wanted.and(after(PERSON.ID, after)), limit);
    }

    WholePerson person(Actor actor, UUID id) {
        Administration.require(actor);
        var affiliations = DSL.multiset(DSL.select(AFFILIATION.ID, AFFILIATION.KIND, AFFILIATION.UNIT_ID, AFFILIATION.ACTIVE_FROM, end(AFFILIATION.ACTIVE_TO)).from(AFFILIATION)
                .where(Tenant.owns(AFFILIATION.TENANT_ID), AFFILIATION.PERSON_ID.eq(PERSON.ID), AFFILIATION.ACTIVE_TO.gt(Instant.now())).orderBy(AFFILIATION.ID).limit(MOST))
                .convertFrom(rows -> rows.map(mapping(AffiliationRow::new)));
        var found = db.select(PERSON.ID, PERSON.NAME, PERSON.MAIL, PERSON.PHONE, PERSON.LANGUAGE, PERSON.ACTIVE_FROM, end(PERSON.ACTIVE_TO), affiliations).from(PERSON)
                .where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(id)).fetchOptional().orElseThrow(() -> new NotFound("person"));
        return new WholePerson(new PersonRow(found.value1(), found.value2(), found.value3(), found.value4(), found.value5(), found.value6(), found.value7()), found.value8(),
                roles(ROLE.PERSON_ID.eq(id), MOST));
    }

    /** So many roles held now or later, after one; of all or of a person. */
    List<RoleRow> roles(Actor actor, @Nullable UUID person, @Nullable UUID after, int limit) {
        Administration.require(actor);
        return roles((person == null ? DSL.noCondition() : ROLE.PERSON_ID.eq(person)).and(after(ROLE.ID, after)), limit);
    }

    List<UnitRow> units(Actor actor, @Nullable UUID after, int limit) {
        Administration.require(actor);
        return db.select(UNIT.ID, UNIT.NAME, UNIT.PARENT_ID, UNIT.ORGANISATION_NUMBER).from(UNIT)
                .where(Tenant.owns(UNIT.TENANT_ID), after(UNIT.ID, after), UNIT.ACTIVE_TO.gt(Instant.now())).orderBy(UNIT.ID).limit(limit).fetch(mapping(UnitRow::new));
    }

    List<TeamRow> teams(Actor actor, @Nullable UUID after, int limit) {
        Administration.require(actor);
        return db.select(TEAM.ID, TEAM.NAME, TEAM.UNIT_ID, TEAM.PARENT_ID).from(TEAM)
                .where(Tenant.owns(TEAM.TENANT_ID), after(TEAM.ID, after)).orderBy(TEAM.ID).limit(limit).fetch(mapping(TeamRow::new));
    }

    private List<PersonRow> rows(Condition wanted, int limit) {
        return db.select(PERSON.ID, PERSON.NAME, PERSON.MAIL, PERSON.PHONE, PERSON.LANGUAGE, PERSON.ACTIVE_FROM, end(PERSON.ACTIVE_TO)).from(PERSON)
                .where(Tenant.owns(PERSON.TENANT_ID), wanted).orderBy(PERSON.ID).limit(limit).fetch(mapping(PersonRow::new));
    }

    private List<RoleRow> roles(Condition wanted, int limit) {
        return db.select(ROLE.ID, ROLE.PERSON_ID, ROLE.ROLE_, ROLE.SCOPE_KIND, ROLE.SCOPE_ID, ROLE.SUBSTITUTE_FOR, ROLE.ACTIVE_FROM, end(ROLE.ACTIVE_TO), ROLE.GRANTED_BY)
                .from(ROLE).where(Tenant.owns(ROLE.TENANT_ID), wanted, ROLE.ACTIVE_TO.gt(Instant.now())).orderBy(ROLE.ID).limit(limit).fetch(mapping(RoleRow::new));
    }

    private static Condition after(Field<UUID> id, @Nullable UUID after) {
        return after == null ? DSL.noCondition() : id.gt(after);
    }

    /** What never ends has no end. */
    private static Field<Instant> end(Field<Instant> until) {
        return DSL.nullif(until, DSL.val(Persons.FOREVER));
    }
}
