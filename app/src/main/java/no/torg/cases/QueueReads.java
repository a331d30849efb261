package no.torg.cases;

import static no.torg.db.cases.Tables.QUEUE_COUNT;
import static no.torg.db.cases.Tables.QUEUE_DELTA;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import no.torg.tenancy.Piece;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Read pieces of the teams' counts: exact, being the counter and the deltas not yet folded into it, in one snapshot. */
public final class QueueReads {

    private static final Piece<Map<UUID, Counted>> ALL = Piece.of(() -> all(Piece.hole(0, SQLDataType.UUID.getArrayDataType())));

    private QueueReads() {
    }

    /** A team's open cases, and how many of them nobody has. */
    public record Counted(long open, long unassigned) {

        /** No case. */
        public static final Counted NONE = new Counted(0, 0);
    }

    /** The counts of several teams at once, without those that never had a case. */
    public static Field<Map<UUID, Counted>> of(Collection<UUID> teams) {
        return ALL.with(DSL.val(teams.toArray(UUID[]::new)));
    }

    private static Field<Map<UUID, Counted>> all(Field<UUID[]> teams) {
        var counted = counted(team -> team.eq(DSL.any(teams)));
        return DSL.multiset(DSL.select(counted.field(QUEUE_COUNT.TEAM_ID), counted.field(QUEUE_COUNT.OPEN), counted.field(QUEUE_COUNT.UNASSIGNED)).from(counted))
                .convertFrom(rows -> rows.intoMap(Record3::value1, row -> new Counted(row.value2(), row.value3())));
    }

    /** The counts of all teams that the condition leaves, in the columns of {@code queue_count}. */
    static Table<?> counted(Function<Field<UUID>, Condition> which) {
        var c = QUEUE_COUNT;
        var d = QUEUE_DELTA;
        var parts = DSL.select(c.TEAM_ID, c.OPEN, c.UNASSIGNED).from(c).where(Tenant.owns(c.TENANT_ID), which.apply(c.TEAM_ID))
                .unionAll(DSL.select(d.TEAM_ID, d.OPEN.cast(Long.class), d.UNASSIGNED.cast(Long.class)).from(d).where(Tenant.owns(d.TENANT_ID), which.apply(d.TEAM_ID))).asTable("parts");
        var team = parts.field(c.TEAM_ID);
        return DSL.select(team, sum(parts, c.OPEN), sum(parts, c.UNASSIGNED)).from(parts).groupBy(team).asTable("counted");
    }

    private static Field<Long> sum(Table<?> parts, Field<Long> count) {
        return DSL.sum(parts.field(count)).cast(Long.class).as(count.getUnqualifiedName());
    }
}
