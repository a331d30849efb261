package no.torg.metrics;

import static no.torg.db.metrics.Tables.MONTH_SUM;
import static no.torg.db.metrics.Tables.OCCURRENCE;
import static no.torg.db.metrics.Tables.TALLY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import no.torg.metrics.Kept.Known;
import no.torg.tenancy.Bulk;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to measures: records what happened, and says what it came to – counts, medians and ninetieths, exact and the same each time. */
@Component
public class Metrics {

    private static final String FIGURES = Kept.WITH + """
            line as (
              select line.* from news join unnest({2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}) as line (span, measure, from_day, to_day, step, only_part, months_from, months_to)
                on news.any
            ), counted as (
              select scope_id, span, part_id, minutes, n, step, from_day, day
              from line cross join lateral (select scope_id, part_id, minutes, day, n from metrics.tally
                where tally.measure = line.measure and day between from_day and months_from - 1 and {10} and {11} offset 0) before
              where from_day < months_from and (only_part is null or part_id = only_part)
              union all
              select scope_id, span, part_id, minutes, n, step, from_day, day
              from line cross join lateral (select scope_id, part_id, minutes, day, n from metrics.tally
                where tally.measure = line.measure and day between months_to and to_day and {10} and {11} offset 0) after
              where only_part is null or part_id = only_part
              union all
              select scope_id, span, part_id, 0, n, step, from_day, month
              from line join metrics.month_sum on month_sum.measure = line.measure and month between months_from and months_to - 1 where {12} and {13}
                and (only_part is null or part_id = only_part)
            ), grouped as (
              select scope_id, span, part_id, minutes, sum(n) as n,
                case step when 'whole' then from_day else date_trunc(step, day::timestamp)::date end as bucket
              from counted
              group by grouping sets ((1, 2, 4, 6), (1, 2, 3, 4), (1, 2, 4))
            ), ranked as (
              select *, sum(n) over (of_one order by minutes) as upto, sum(n) over of_one as total
              from grouped window of_one as (partition by scope_id, span, bucket, part_id)
            )
            select stand.mark, found.* from stand left join (
              select scope_id, span, bucket, part_id, max(total)::bigint as n, max(minutes) as longest,
                (min(minutes) filter (where upto * 2 >= total) + min(minutes) filter (where upto * 2 > total))::float8 / 2 as median,
                min(minutes) filter (where upto * 10 >= total * 9) as ninetieth
              from ranked where n <> 0
              group by scope_id, span, bucket, part_id
            ) found on true
            order by scope_id, span, bucket, part_id
            """;

    private final DSLContext db;
    private final Bulk bulk;
    private final Kept kept;

    Metrics(DSLContext db, Bulk bulk, Kept kept) {
        this.db = db;
        this.bulk = bulk;
        this.kept = kept;
    }

    /**
     * Counts what happened, each event and kind once, however often it is recorded; needs the transaction of the delivery. What leaves no trace
     * counts as often as it is recorded.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Collection<Occurrence> occurrences) {
        var list = List.copyOf(occurrences);
        if (list.isEmpty()) {
            return;
        }
        var fresh = new HashSet<>(keep(list.stream().filter(Occurrence::traced).toList()));
        var sums = new TreeMap<Tally, Long>(Tally.ORDER);
        list.stream().filter(one -> !one.traced() || fresh.remove(new Key(one.kind(), one.event()))).flatMap(one -> one.tallies().stream())
                .forEach(tally -> sums.merge(tally.row(), tally.n(), Long::sum));
        add(sums.entrySet().stream().filter(sum -> sum.getValue() != 0).map(sum -> sum.getKey().times(sum.getValue())).toList());
    }

    /** Counts subjects anew: what they were counted as goes, what they are counted as comes; needs a transaction that holds the subjects. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Collection<Occurrence> were, Collection<Occurrence> are) {
        var sums = new TreeMap<Tally, Long>(Tally.ORDER);
        were.stream().flatMap(one -> one.tallies().stream()).forEach(tally -> sums.merge(tally.row(), -tally.n(), Long::sum));
        are.stream().flatMap(one -> one.tallies().stream()).forEach(tally -> sums.merge(tally.row(), tally.n(), Long::sum));
        if (!were.isEmpty()) {
            var gone = were.stream().map(Occurrence::event).distinct().toArray(UUID[]::new);
            db.deleteFrom(OCCURRENCE).where(Tenant.owns(OCCURRENCE.TENANT_ID), OCCURRENCE.SUBJECT_ID.eq(DSL.any(were.stream().map(Occurrence::subject).distinct().toArray(UUID[]::new))),
                    OCCURRENCE.EVENT_ID.eq(DSL.any(gone))).execute();
        }
        var o = OCCURRENCE;
        bulk.insert(o, are.stream().filter(Occurrence::traced).map(one -> new Bulk.Row().set(o.KIND, one.kind()).set(o.SCOPE_ID, one.scope()).set(o.DAY, one.day())
                .set(o.EVENT_ID, one.event()).set(o.PART_ID, one.part()).set(o.SUBJECT_ID, one.subject()).set(o.STOCK, one.stock()).set(o.MINUTES, one.minutes())
                .set(o.LATE, one.late()).set(o.LABEL, one.label())).toList());
        add(sums.entrySet().stream().filter(sum -> sum.getValue() != 0).map(sum -> sum.getKey().times(sum.getValue())).toList());
    }

    /** What the spans came to, each by its steps, by parts and in all; spans, steps and parts of which nothing is counted are left out. */
    public List<Figure> figures(Sight sight, List<Span> spans) {
        return figures(now(), sight, spans);
    }

    /** The same as one of several questions of a moment. */
    public List<Figure> figures(Moment now, Sight sight, List<Span> spans) {
        return now.read(sight, spans, known -> read(sight, spans, known));
    }

    /** Where counting stands, for several questions. */
    public Moment now() {
        return new Moment(kept);
    }

    private Known<Figure> read(Sight sight, List<Span> spans, long known) {
        var numbers = new Integer[spans.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return Known.of(db.resultQuery(FIGURES, kept.here(), DSL.val(known), DSL.val(numbers), array(spans, Span::measure), days(spans, Span::from), days(spans, Span::to),
                array(spans, span -> span.step().name().toLowerCase()), ids(spans, Span::part), days(spans, Span::monthsFrom), days(spans, Span::monthsTo),
                Tenant.owns(TALLY.TENANT_ID), sight.covers(TALLY.SCOPE_ID, TALLY.PART_ID), Tenant.owns(MONTH_SUM.TENANT_ID), sight.covers(MONTH_SUM.SCOPE_ID, MONTH_SUM.PART_ID))
                .fetch(), Metrics::figure);
    }

    private record Key(String kind, UUID event) {
    }

    private List<Key> keep(List<Occurrence> list) {
        if (list.isEmpty()) {
            return List.of();
        }
        var o = OCCURRENCE;
        return db.insertInto(o, o.TENANT_ID, o.KIND, o.SCOPE_ID, o.DAY, o.EVENT_ID, o.PART_ID, o.SUBJECT_ID, o.STOCK, o.MINUTES, o.LATE, o.LABEL)
                .select(db.select(DSL.val(Tenant.current().id()), each(array(list, Occurrence::kind)), each(ids(list, Occurrence::scope)),
                        each(days(list, Occurrence::day)), each(ids(list, Occurrence::event)), each(ids(list, Occurrence::part)),
                        each(ids(list, Occurrence::subject)), each(DSL.val(list.stream().map(one -> (short) one.stock()).toArray(Short[]::new))),
                        each(DSL.val(list.stream().map(Occurrence::minutes).toArray(Integer[]::new))),
                        each(DSL.val(list.stream().map(Occurrence::late).toArray(Boolean[]::new))), each(array(list, Occurrence::label))))
                .onConflictDoNothing().returning(o.KIND, o.EVENT_ID).fetch(row -> new Key(row.getKind(), row.getEventId()));
    }

    private void add(List<Tally> tallies) {
        var t = TALLY;
        bulk.add(t, tallies.stream().map(tally -> new Bulk.Row().set(t.MEASURE, tally.measure()).set(t.SCOPE_ID, tally.scope()).set(t.DAY, tally.day())
                .set(t.PART_ID, tally.part()).set(t.LABEL, tally.label()).set(t.MINUTES, tally.minutes()).set(t.N, tally.n())).toList());
        var m = MONTH_SUM;
        var months = new TreeMap<Tally, Long>(Tally.ORDER);
        tallies.stream().filter(Tally::stands).forEach(tally -> months.merge(tally.month(), tally.n(), Long::sum));
        bulk.add(m, months.entrySet().stream().map(sum -> new Bulk.Row().set(m.MEASURE, sum.getKey().measure()).set(m.SCOPE_ID, sum.getKey().scope())
                .set(m.MONTH, sum.getKey().day()).set(m.PART_ID, sum.getKey().part()).set(m.N, sum.getValue())).toList());
        if (!tallies.isEmpty()) {
            kept.counted();
        }
    }

    private static Figure figure(Record row) {
        return new Figure(row.get("scope_id", UUID.class), row.get("span", Integer.class), row.get("bucket", LocalDate.class), row.get("part_id", UUID.class),
                row.get("n", Long.class), number(row, "median").doubleValue(), number(row, "ninetieth").intValue(), number(row, "longest").intValue());
    }

    /** Sums that go below nothing, as a backlog's change may, have no middle. */
    private static Number number(Record row, String name) {
        var number = row.get(name, Number.class);
        return number == null ? 0 : number;
    }

    @SuppressWarnings("unchecked")
    private static <T> Field<T> each(Field<T[]> values) {
        return DSL.field("unnest({0})", (DataType<T>) values.getDataType().getArrayComponentDataType(), values);
    }

    private static <T> Field<String[]> array(List<T> list, Function<T, String> value) {
        return DSL.val(list.stream().map(value).toArray(String[]::new));
    }

    private static <T> Field<UUID[]> ids(List<T> list, Function<T, @Nullable UUID> value) {
        return DSL.val(list.stream().map(value).toArray(UUID[]::new));
    }

    private static <T> Field<LocalDate[]> days(List<T> list, Function<T, LocalDate> value) {
        return DSL.val(list.stream().map(value).toArray(LocalDate[]::new), SQLDataType.LOCALDATE.array());
    }
}
