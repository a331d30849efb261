package no.torg.people;

import static no.torg.db.people.Tables.PERSON;
import static no.torg.db.people.Tables.TEAM;
import static no.torg.db.people.Tables.UNIT;

import java.util.UUID;

import no.torg.tenancy.Tenant;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Read pieces of people: names for ids, composed into other modules' statements. */
public final class PersonReads {

    private PersonReads() {
    }

    /** The person's name. */
    public static Field<String> name(Field<UUID> person) {
        return DSL.field(DSL.select(PERSON.NAME).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(person)));
    }

    /** The person's mail. */
    public static Field<String> mail(Field<UUID> person) {
        return DSL.field(DSL.select(PERSON.MAIL).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(person)));
    }

    /** The team's name. */
    public static Field<String> team(Field<UUID> team) {
        return DSL.field(DSL.select(TEAM.NAME).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID), TEAM.ID.eq(team)));
    }

    /** The unit's name. */
    public static Field<String> unit(Field<UUID> unit) {
        return DSL.field(DSL.select(UNIT.NAME).from(UNIT).where(Tenant.owns(UNIT.TENANT_ID), UNIT.ID.eq(unit)));
    }
}
