package no.torg.cases;

import static no.torg.db.cases.Tables.QUEUE_COUNT;
import static no.torg.db.cases.Tables.QUEUE_DELTA;

import java.util.UUID;

import no.torg.tenancy.Tenant;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Read pieces of the teams' counts: exact, being the counter and the deltas not yet folded into it, in one snapshot. */
public final class QueueReads {

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

    private static Field<Long> exact(Field<UUID> team, TableField<?, Long> folded, TableField<?, Short> delta) {
        var counter = DSL.field(DSL.select(folded).from(QUEUE_COUNT).where(Tenant.owns(QUEUE_COUNT.TENANT_ID), QUEUE_COUNT.TEAM_ID.eq(team)));
        var unfolded = DSL.field(DSL.select(DSL.sum(delta).cast(Long.class)).from(QUEUE_DELTA)
                .where(Tenant.owns(QUEUE_DELTA.TENANT_ID), QUEUE_DELTA.TEAM_ID.eq(team)));
        return DSL.coalesce(counter, DSL.inline(0L)).plus(DSL.coalesce(unfolded, DSL.inline(0L)));
    }
}
