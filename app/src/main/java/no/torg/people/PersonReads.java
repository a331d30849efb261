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

import no.torg.tenancy.Piece;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Read pieces of people: names for ids, composed into other modules' statements. */
public final class PersonReads {

    private static final Field<UUID> ID = Piece.hole(0, SQLDataType.UUID);
    private static final Piece<String> NAME = Piece.of(() -> ofPerson(PERSON.NAME));
    private static final Piece<String> MAIL = Piece.of(() -> ofPerson(PERSON.MAIL));
    private static final Piece<String> PHONE = Piece.of(() -> ofPerson(PERSON.PHONE));
    private static final Piece<String> TEAM_NAME = Piece.of(() -> DSL.field(DSL.select(TEAM.NAME).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID), TEAM.ID.eq(ID))));
    private static final Piece<String> UNIT_NAME = Piece.of(() -> DSL.field(DSL.select(UNIT.NAME).from(UNIT).where(Tenant.owns(UNIT.TENANT_ID), UNIT.ID.eq(ID))));
    private static final Piece<List<Belonging>> BELONGINGS = Piece.of(() -> belongings(Piece.hole(1, SQLDataType.VARCHAR), Piece.hole(2, AFFILIATION.ACTIVE_FROM.getDataType())));

    private PersonReads() {
    }

    /** The person's name. */
    public static Field<String> name(Field<UUID> person) {
        return NAME.with(person);
    }

    /** The person's mail. */
    public static Field<String> mail(Field<UUID> person) {
        return MAIL.with(person);
    }

    /** The team's name. */
    public static Field<String> team(Field<UUID> team) {
        return TEAM_NAME.with(team);
    }

    /** The unit's name. */
    public static Field<String> unit(Field<UUID> unit) {
        return UNIT_NAME.with(unit);
    }

    /** The person's telephone number. */
    public static Field<String> phone(Field<UUID> person) {
        return PHONE.with(person);
    }

    /** How the person belongs now: the audience's name in the language and the unit's, the newest first, at most five. */
    public static Field<List<Belonging>> belongings(Field<UUID> person, Language language) {
        return BELONGINGS.with(person, DSL.val(language.code()), DSL.val(Instant.now()));
    }

    private static Field<String> ofPerson(Field<String> field) {
        return DSL.field(DSL.select(field).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(ID)));
    }

    private static Field<List<Belonging>> belongings(Field<String> language, Field<Instant> now) {
        var audience = DSL.coalesce(DSL.jsonbGetAttributeAsText(AUDIENCE.NAMES, language), DSL.jsonbGetAttributeAsText(AUDIENCE.NAMES, DSL.inline("nb")));
        return DSL.multiset(DSL.select(audience, UNIT.NAME).from(AFFILIATION)
                .join(AUDIENCE).on(AUDIENCE.TENANT_ID.eq(AFFILIATION.TENANT_ID), AUDIENCE.ID.eq(AFFILIATION.KIND))
                .join(UNIT).on(UNIT.TENANT_ID.eq(AFFILIATION.TENANT_ID), UNIT.ID.eq(AFFILIATION.UNIT_ID))
                .where(Tenant.owns(AFFILIATION.TENANT_ID), AFFILIATION.PERSON_ID.eq(ID), AFFILIATION.ACTIVE_FROM.le(now), AFFILIATION.ACTIVE_TO.gt(now))
                .orderBy(AFFILIATION.ACTIVE_FROM.desc(), AFFILIATION.ID).limit(DSL.inline(5))).convertFrom(rows -> rows.map(Records.mapping(Belonging::new)));
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
