package no.torg.metrics;

import static no.torg.db.metrics.Tables.TALLY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import no.torg.metrics.Cut.By;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The door to plain sums of measures, kept apart by what is asked for; all that is asked for in one statement. */
@Component
public class Sums {

    private static final String SUMS = """
            with line as (
              select * from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9})
                as line (cut, measure, from_day, to_day, step, by_scope, by_part, by_label, by_value, by_weekday)
            )
            select line.cut,
              case line.step when 'whole' then line.from_day else date_trunc(line.step, tally.day::timestamp)::date end as step_day,
              case when by_scope then tally.scope_id end as scope_id,
              case when by_part then tally.part_id end as part_id,
              case when by_label then tally.label else '' end as label,
              case when by_value then tally.minutes else 0 end as value,
              case when by_weekday then extract(isodow from tally.day)::integer else 0 end as weekday,
              sum(tally.n)::bigint as n
            from line join metrics.tally on tally.measure = line.measure and tally.day between line.from_day and line.to_day
            where {10} and {11}
            group by 1, 2, 3, 4, 5, 6, 7 having sum(tally.n) <> 0
            order by 1, 2, 3, 4, 5, 6, 7
            """;

    private final DSLContext db;

    Sums(DSLContext db) {
        this.db = db;
    }

    /** What the cuts came to, in their order; what came to nothing is left out. */
    public List<Sum> of(Sight sight, List<Cut> cuts) {
        var numbers = new Integer[cuts.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return db.resultQuery(SUMS, DSL.val(numbers), texts(cuts, Cut::measure), days(cuts, Cut::from), days(cuts, Cut::to),
                        texts(cuts, cut -> cut.step().name().toLowerCase()), flags(cuts, By.SCOPE), flags(cuts, By.PART), flags(cuts, By.LABEL),
                        flags(cuts, By.VALUE), flags(cuts, By.WEEKDAY), Tenant.owns(TALLY.TENANT_ID), sight.covers(TALLY.SCOPE_ID, TALLY.PART_ID))
                .fetch(row -> new Sum(row.get("cut", Integer.class), row.get("step_day", LocalDate.class), row.get("scope_id", UUID.class), row.get("part_id", UUID.class),
                        row.get("label", String.class), row.get("value", Integer.class), row.get("weekday", Integer.class), row.get("n", Long.class)));
    }

    private static Field<String[]> texts(List<Cut> cuts, Function<Cut, String> text) {
        return DSL.val(cuts.stream().map(text).toArray(String[]::new));
    }

    private static Field<LocalDate[]> days(List<Cut> cuts, Function<Cut, LocalDate> day) {
        return DSL.val(cuts.stream().map(day).toArray(LocalDate[]::new), SQLDataType.LOCALDATE.array());
    }

    private static Field<Boolean[]> flags(List<Cut> cuts, By by) {
        return DSL.val(cuts.stream().map(cut -> cut.by().contains(by)).toArray(Boolean[]::new));
    }
}
