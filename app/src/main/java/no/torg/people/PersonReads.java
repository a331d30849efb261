package no.torg.people;

import static no.torg.db.people.Tables.AFFILIATION;
import static no.torg.db.people.Tables.AUDIENCE;
import static no.torg.db.people.Tables.PERSON;
import static no.torg.db.people.Tables.TEAM;
import static no.torg.db.people.Tables.UNIT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Records;
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

    /** The person's telephone number. */
    public static Field<String> phone(Field<UUID> person) {
        return DSL.field(DSL.select(PERSON.PHONE).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(person)));
    }

    /** How the person belongs now: the audience's name in the language and the unit's, the newest first, at most five. */
    public static Field<List<Belonging>> belongings(Field<UUID> person, Language language) {
        var now = Instant.now();
        var audience = DSL.coalesce(DSL.jsonbGetAttributeAsText(AUDIENCE.NAMES, language.code()), DSL.jsonbGetAttributeAsText(AUDIENCE.NAMES, "nb"));
        return DSL.multiset(DSL.select(audience, UNIT.NAME).from(AFFILIATION)
                .join(AUDIENCE).on(AUDIENCE.TENANT_ID.eq(AFFILIATION.TENANT_ID), AUDIENCE.ID.eq(AFFILIATION.KIND))
                .join(UNIT).on(UNIT.TENANT_ID.eq(AFFILIATION.TENANT_ID), UNIT.ID.eq(AFFILIATION.UNIT_ID))
                .where(Tenant.owns(AFFILIATION.TENANT_ID), AFFILIATION.PERSON_ID.eq(person), AFFILIATION.ACTIVE_FROM.le(now), AFFILIATION.ACTIVE_TO.gt(now))
                .orderBy(AFFILIATION.ACTIVE_FROM.desc(), AFFILIATION.ID).limit(5)).convertFrom(rows -> rows.map(Records.mapping(Belonging::new)));
    }

    /** The names of all persons and units whose ids stand somewhere as text in the JSON, by id. */
    public static Field<Map<String, String>> named(Field<JSONB> json) {
        var ids = DSL.field("""
                (select (v #>> '{}')::uuid from jsonb_path_query({0}, 'strict $.**') v
                  where jsonb_typeof(v) = 'string' and v #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')""", UUID.class, json);
        return DSL.multiset(DSL.select(PERSON.ID, PERSON.NAME).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), DSL.condition("{0} in {1}", PERSON.ID, ids))
                .unionAll(DSL.select(UNIT.ID, UNIT.NAME).from(UNIT).where(Tenant.owns(UNIT.TENANT_ID), DSL.condition("{0} in {1}", UNIT.ID, ids))))
                .convertFrom(rows -> rows.intoMap(row -> row.value1().toString(), row -> row.value2()));
    }

    /** As what a person belongs where. */
    public record Belonging(String audience, String unit) {
    }
}
