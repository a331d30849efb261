package no.torg.metrics;

import static no.torg.db.metrics.Tables.OCCURRENCE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Read pieces of what was counted: the way down from a number to its subjects, which a page's owner composes into its one statement. */
public final class Occurrences {

    private Occurrences() {
    }

    /** What was counted of a kind from one day to another, both counted in: all, or only what was late or in time. Rows as {@link #standing}'s. */
    public static Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> counted(Sight sight, String kind, LocalDate from, LocalDate to,
            @Nullable Boolean late) {
        return counted(sight, kind, from, to, late, null);
    }

    /** The same of one label only; null for any. */
    public static Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> counted(Sight sight, String kind, LocalDate from, LocalDate to,
            @Nullable Boolean late, @Nullable String label) {
        var o = OCCURRENCE;
        return DSL.select(o.DAY, o.EVENT_ID.as("id"), o.PART_ID, o.SUBJECT_ID, o.MINUTES, o.LATE).from(o)
                .where(seen(sight), o.KIND.eq(kind), o.DAY.between(from, to), late == null ? DSL.noCondition() : o.LATE.eq(late),
                        label == null ? DSL.noCondition() : o.LABEL.eq(label));
    }

    /** The subjects that lay with a part when the day ended; rows of day, id (unique, by which lists go on), part, subject, minutes, late. */
    public static Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> standing(Sight sight, List<String> kinds, LocalDate on) {
        var o = OCCURRENCE;
        return DSL.select(DSL.val(on).as("day"), o.SUBJECT_ID.as("id"), o.PART_ID, o.SUBJECT_ID, DSL.inline((Integer) null).as("minutes"),
                        DSL.inline((Boolean) null).as("late")).from(o)
                .where(seen(sight), o.KIND.in(kinds), o.DAY.le(on)).groupBy(o.SUBJECT_ID, o.PART_ID).having(DSL.sum(o.STOCK).gt(BigDecimal.ZERO));
    }

    private static Condition seen(Sight sight) {
        return Tenant.owns(OCCURRENCE.TENANT_ID).and(sight.covers(OCCURRENCE.SCOPE_ID, OCCURRENCE.PART_ID));
    }
}
