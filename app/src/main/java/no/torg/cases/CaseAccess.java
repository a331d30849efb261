package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_PARTY;

import java.util.UUID;

import no.torg.db.cases.tables.CaseFile;
import no.torg.people.Actor;
import no.torg.tenancy.Piece;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a case, one rule used everywhere (page, API, file, search, live, history): the requester and parties; those whose team,
 * leadership or ownership covers it. To whom a case is their own, nothing internal shows.
 */
public final class CaseAccess {

    private static final Piece<Boolean> PARTY = Piece.ofCondition(() -> party(Piece.hole(0, SQLDataType.UUID), Piece.hole(1, SQLDataType.UUID), Piece.hole(2, SQLDataType.UUID)));

    private CaseAccess() {
    }

    /** The actor may see the case at all. */
    public static Condition visible(Actor actor, CaseFile c) {
        return party(actor, c).or(covered(actor, c));
    }

    /** The actor works with the case and may see what is internal. */
    public static Condition staff(Actor actor, CaseFile c) {
        return covered(actor, c).andNot(party(actor, c));
    }

    /** The actor is the requester or has a part in the case; the parts are read once, so that one's cases are found by their indexes among a million. */
    public static Condition party(Actor actor, CaseFile c) {
        if (actor.person() == null) {
            return DSL.falseCondition();
        }
        return party(DSL.val(actor.id()), c);
    }

    /** The same of a person whose id stands in a field. */
    public static Condition party(Field<UUID> person, CaseFile c) {
        return PARTY.holds(c.REQUESTER_ID, c.ID, person);
    }

    private static Condition party(Field<UUID> requester, Field<UUID> id, Field<UUID> person) {
        var parts = DSL.select(CASE_PARTY.CASE_ID).from(CASE_PARTY).where(Tenant.owns(CASE_PARTY.TENANT_ID), CASE_PARTY.PERSON_ID.eq(person));
        return requester.eq(person).or(id.eq(DSL.any(DSL.array(parts))));
    }

    /** The actor's teams, leadership or ownership cover it, whoever asked for it. */
    public static Condition covered(Actor actor, CaseFile c) {
        if (actor.person() == null) {
            return DSL.trueCondition();
        }
        return covered(actor.covered().isEmpty() ? null : DSL.val(actor.covered().toArray(UUID[]::new)),
                actor.services().isEmpty() ? null : DSL.val(actor.services().toArray(UUID[]::new)), c);
    }

    /** The same of an actor who covers these teams and owns these services; null for none. */
    public static Condition covered(@Nullable Field<UUID[]> teams, @Nullable Field<UUID[]> services, CaseFile c) {
        var covered = teams == null ? DSL.falseCondition() : c.TEAM_ID.eq(DSL.any(teams));
        return services == null ? covered : covered.or(c.SERVICE_ID.eq(DSL.any(services)));
    }

    /** The same of a case that is known. */
    public static boolean covers(Actor actor, UUID team, UUID service) {
        return actor.person() == null || actor.covered().contains(team) || actor.services().contains(service);
    }

    static Condition visible(Actor actor) {
        return visible(actor, CASE_FILE);
    }
}
