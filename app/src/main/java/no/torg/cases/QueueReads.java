package no.torg.cases;

import static no.torg.db.cases.Tables.QUEUE_COUNT;
import static no.torg.db.cases.Tables.QUEUE_DELTA;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import no.torg.tenancy.Piece;
import no.torg.tenancy.Tenant;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Read pieces of the teams' counts: exact, being the counter and the deltas not yet folded into it, in one snapshot. */
public final class QueueReads {

    private static final Piece<Map<UUID, Counted>> ALL = Piece.of(() -> all(Piece.hole(0, SQLDataType.UUID.getArrayDataType())));

    private QueueReads() {
    }

    /** How many open cases the team has. */
    public static Field<Long> open(Field<UUID> team) {
        return exact(team, QUEUE_COUNT.OPEN, QUEUE_DELTA.OPEN);
    }

    /** How many of them nobody has. */
    public static Field<Long> unassigned(Field<UUID> team) {
        return exact(team, QUEUE_COUNT.UNASSIGNED, QUEUE_DELTA.UNASSIGNED);
    }

    /** A team's open cases, and how many of them nobody has. */
    public record Counted(long open, long unassigned) {

        /** No case. */
        public static final Counted NONE = new Counted(0, 0);
    }

    /** The same of several teams at once, without those that never had a case. */
    public static Field<Map<UUID, Counted>> of(Collection<UUID> teams) {
        return ALL.with(DSL.val(teams.toArray(UUID[]::new)));
    }

    private static Field<Map<UUID, Counted>> all(Field<UUID[]> teams) {
        var c = QUEUE_COUNT;
        var d = QUEUE_DELTA;
        var parts = DSL.select(c.TEAM_ID, c.OPEN, c.UNASSIGNED).from(c).where(Tenant.owns(c.TENANT_ID), c.TEAM_ID.eq(DSL.any(teams)))
                .unionAll(DSL.select(d.TEAM_ID, d.OPEN.cast(Long.class), d.UNASSIGNED.cast(Long.class)).from(d).where(Tenant.owns(d.TENANT_ID), d.TEAM_ID.eq(DSL.any(teams)))).asTable("parts");
        var team = parts.field(c.TEAM_ID);
        return DSL.multiset(DSL.select(team, DSL.sum(parts.field(c.OPEN)).cast(Long.class), DSL.sum(parts.field(c.UNASSIGNED)).cast(Long.class)).from(parts).groupBy(team))
                .convertFrom(rows -> rows.intoMap(Record3::value1, row -> new Counted(row.value2(), row.value3())));
    }

    private static Field<Long> exact(Field<UUID> team, TableField<?, Long> folded, TableField<?, Short> delta) {
        var counter = DSL.field(DSL.select(folded).from(QUEUE_COUNT).where(Tenant.owns(QUEUE_COUNT.TENANT_ID), QUEUE_COUNT.TEAM_ID.eq(team)));
        var unfolded = DSL.field(DSL.select(DSL.sum(delta).cast(Long.class)).from(QUEUE_DELTA)
                .where(Tenant.owns(QUEUE_DELTA.TENANT_ID), QUEUE_DELTA.TEAM_ID.eq(team)));
        return DSL.coalesce(counter, DSL.inline(0L)).plus(DSL.coalesce(unfolded, DSL.inline(0L)));
    }
}
