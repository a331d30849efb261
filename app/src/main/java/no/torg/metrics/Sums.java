package no.torg.metrics;

import static no.torg.db.metrics.Tables.MONTH_SUM;
import static no.torg.db.metrics.Tables.TALLY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import no.torg.metrics.Cut.By;
import no.torg.metrics.Kept.Known;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to plain sums of measures, kept apart by what is asked for; all that is asked for in one statement, which reads each line's own days by the index. */
@Component
public class Sums {

    private static final String SUMS = Kept.WITH + """
            line as (
              select line.* from news join unnest({2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14})
                as line (cut, measure, from_day, to_day, step, by_scope, by_part, by_label, by_value, by_weekday, spread, months_from, months_to) on news.any
            ), counted as (
              select line.*, scope_id, part_id, label, minutes, day, n
              from line cross join lateral (select scope_id, part_id, label, minutes, day, n from metrics.tally
                where tally.measure = line.measure and day between from_day and months_from - 1 and {15} and {16} offset 0) before
              where from_day < months_from
              union all
              select line.*, scope_id, part_id, label, minutes, day, n
              from line cross join lateral (select scope_id, part_id, label, minutes, day, n from metrics.tally
                where tally.measure = line.measure and day between months_to and to_day and {15} and {16} offset 0) after
              union all
              select line.*, scope_id, part_id, '', 0, month, n
              from line join metrics.month_sum on month_sum.measure = line.measure and month between months_from and months_to - 1 where {17} and {18}
            ), summed as (
              select cut,
                case step when 'whole' then from_day else date_trunc(step, day::timestamp)::date end as step_day,
                case when by_scope then scope_id end as scope_id,
                case when by_part then part_id end as part_id,
                case when by_label then label else '' end as label,
                case when by_value or spread then minutes else 0 end as value,
                case when by_weekday then extract(isodow from day)::integer else 0 end as weekday,
                spread, sum(n)::bigint as n
              from counted
              group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(n) <> 0
            ), ranked as (
              select *, sum(n) over (of_one order by value) as upto, sum(n) over of_one as total
              from summed where spread window of_one as (partition by cut, step_day, scope_id, part_id, label, weekday)
            )
            select stand.mark, found.* from stand left join (
              select cut, step_day, scope_id, part_id, label, value, weekday, n, null::integer as tenth, null::integer as quarter, null::float8 as median,
                null::integer as three_quarters, null::integer as ninetieth
              from summed where not spread
              union all
              select cut, step_day, scope_id, part_id, label, 0, weekday, max(total)::bigint, min(value) filter (where upto * 10 >= total),
                min(value) filter (where upto * 4 >= total),
                (min(value) filter (where upto * 2 >= total) + min(value) filter (where upto * 2 > total))::float8 / 2,
                min(value) filter (where upto * 4 >= total * 3), min(value) filter (where upto * 10 >= total * 9)
              from ranked where total > 0
              group by cut, step_day, scope_id, part_id, label, weekday
            ) found on true
            order by cut, step_day, scope_id, part_id, label, value, weekday
            """;

    private final DSLContext db;
    private final Kept kept;

    Sums(DSLContext db, Kept kept) {
        this.db = db;
        this.kept = kept;
    }

    /** What the cuts came to, in their order; what came to nothing is left out. */
    public List<Sum> of(Sight sight, List<Cut> cuts) {
        return of(now(), sight, cuts);
    }

    /** The same as one of several questions of a moment. */
    public List<Sum> of(Moment now, Sight sight, List<Cut> cuts) {
        return now.read(sight, cuts, known -> read(sight, cuts, known));
    }

    /** Where counting stands, for several questions. */
    public Moment now() {
        return new Moment(kept);
    }

    private Known<Sum> read(Sight sight, List<Cut> cuts, long known) {
        var numbers = new Integer[cuts.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return Known.of(db.resultQuery(SUMS, kept.here(), DSL.val(known), DSL.val(numbers), texts(cuts, Cut::measure), days(cuts, Cut::from), days(cuts, Cut::to),
                texts(cuts, cut -> cut.step().name().toLowerCase()), by(cuts, By.SCOPE), by(cuts, By.PART), by(cuts, By.LABEL), by(cuts, By.VALUE), by(cuts, By.WEEKDAY),
                flags(cuts, Cut::spread), days(cuts, cut -> cut.span().monthsFrom()), days(cuts, cut -> cut.span().monthsTo()), Tenant.owns(TALLY.TENANT_ID),
                sight.covers(TALLY.SCOPE_ID, TALLY.PART_ID), Tenant.owns(MONTH_SUM.TENANT_ID), sight.covers(MONTH_SUM.SCOPE_ID, MONTH_SUM.PART_ID)).fetch(), Sums::sum);
    }

    private static Sum sum(Record row) {
        return new Sum(row.get("cut", Integer.class), row.get("step_day", LocalDate.class), row.get("scope_id", UUID.class), row.get("part_id", UUID.class),
                row.get("label", String.class), row.get("value", Integer.class), row.get("weekday", Integer.class), row.get("n", Long.class), spread(row));
    }

    private static @Nullable Spread spread(Record row) {
        return row.get("median") == null ? null : new Spread(row.get("tenth", Integer.class), row.get("quarter", Integer.class), row.get("median", Double.class),
                row.get("three_quarters", Integer.class), row.get("ninetieth", Integer.class));
    }

    private static Field<String[]> texts(List<Cut> cuts, Function<Cut, String> text) {
        return DSL.val(cuts.stream().map(text).toArray(String[]::new));
    }

    private static Field<LocalDate[]> days(List<Cut> cuts, Function<Cut, LocalDate> day) {
        return DSL.val(cuts.stream().map(day).toArray(LocalDate[]::new), SQLDataType.LOCALDATE.array());
    }

    private static Field<Boolean[]> by(List<Cut> cuts, By by) {
        return flags(cuts, cut -> cut.by().contains(by));
    }

    private static Field<Boolean[]> flags(List<Cut> cuts, Predicate<Cut> is) {
        return DSL.val(cuts.stream().map(is::test).toArray(Boolean[]::new));
    }
}
