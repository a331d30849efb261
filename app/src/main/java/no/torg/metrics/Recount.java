package no.torg.metrics;

import static no.torg.db.metrics.Tables.MONTH_SUM;
import static no.torg.db.metrics.Tables.OCCURRENCE;
import static no.torg.db.metrics.Tables.TALLY;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import no.torg.events.Consumer;
import no.torg.events.Event;
import no.torg.events.History;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts everything anew from the log and compares. Log and tallies are read in one snapshot, so it is exact while Torg runs; kept in
 * memory is one checksum a measure, scope, part and month, and the rows of a few months that differ.
 */
@Component
public class Recount {

    private static final int AT_ONCE = 5_000;
    private static final int GROUPS_SHOWN = 10;

    private final DSLContext db;
    private final History history;
    private final TransactionTemplate snapshot;

    Recount(DSLContext db, History history, PlatformTransactionManager transactions) {
        this.db = db;
        this.history = history;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** How events are counted: each by itself, and those of an imported type all of a subject together. */
    public interface Counting {

        /** What an event counts as by itself. */
        List<Occurrence> event(Event event);

        /** The type of the events that are counted together. */
        String imported();

        /** What the imported events of a subject, all of them, count as. */
        List<Occurrence> subject(List<Event> events);
    }

    /** What the comparison came to; {@code differing} counts measures by scope, part and month, of which the first ten are told row by row. */
    public record Report(long events, long differing, List<Difference> differences) {
    }

    /** A row that is kept otherwise than the log says. */
    public record Difference(String measure, UUID scope, UUID part, LocalDate day, String value, long kept, long counted) {
    }

    /** Compares what is kept of measures that begin with {@code prefix} with what the consumer's events say; for the bound tenant. */
    public Report compare(String prefix, Consumer consumer, Counting counting) {
        return snapshot.execute(status -> {
            var events = new AtomicLong();
            var sums = new HashMap<Group, long[]>();
            fromLog(consumer, counting, events, row -> sum(sums, row, row.n()));
            kept(prefix, row -> sum(sums, row, -row.n()));
            var differing = sums.entrySet().stream().filter(sum -> sum.getValue()[0] != 0 || sum.getValue()[1] != 0).map(Map.Entry::getKey).toList();
            var shown = differing.stream().limit(GROUPS_SHOWN).collect(Collectors.toSet());
            return new Report(events.get(), differing.size(), shown.isEmpty() ? List.of() : differences(prefix, consumer, counting, shown));
        });
    }

    private record Row(String measure, UUID scope, UUID part, LocalDate day, String value, long n) {

        Group group() {
            return new Group(measure, scope, part, YearMonth.from(day));
        }

        Row name() {
            return new Row(measure, scope, part, day, value, 0);
        }

        /** 64 bits of what the row is; two different months have the same sum of these once in 10^19. */
        long mark() {
            long mark = day.toEpochDay() * 0x9E3779B97F4A7C15L;
            for (int i = 0; i < value.length(); i++) {
                mark = (mark ^ value.charAt(i)) * 0x100000001B3L;
                mark ^= mark >>> 29;
            }
            return (mark ^ mark >>> 32) * 0xD6E8FEB86659FD93L;
        }
    }

    private interface Rows {
        void accept(Row row);
    }

    private record Group(String measure, UUID scope, UUID part, YearMonth month) {
    }

    private static void sum(Map<Group, long[]> sums, Row row, long n) {
        var sum = sums.computeIfAbsent(row.group(), none -> new long[2]);
        sum[0] += n;
        sum[1] += n * row.mark();
    }

    private List<Difference> differences(String prefix, Consumer consumer, Counting counting, Set<Group> shown) {
        var counted = new HashMap<Row, Long>();
        var kept = new HashMap<Row, Long>();
        fromLog(consumer, counting, new AtomicLong(), row -> keepIf(shown, counted, row));
        kept(prefix, row -> keepIf(shown, kept, row));
        var rows = new ArrayList<>(counted.keySet());
        kept.keySet().stream().filter(row -> !counted.containsKey(row)).forEach(rows::add);
        return rows.stream().map(row -> new Difference(row.measure(), row.scope(), row.part(), row.day(), row.value(), kept.getOrDefault(row, 0L), counted.getOrDefault(row, 0L)))
                .filter(difference -> difference.kept() != difference.counted()).toList();
    }

    private static void keepIf(Set<Group> shown, Map<Row, Long> rows, Row row) {
        if (shown.contains(row.group())) {
            rows.merge(row.name(), row.n(), Long::sum);
        }
    }

    private void fromLog(Consumer consumer, Counting counting, AtomicLong events, Rows rows) {
        history.delivered(consumer, event -> {
            events.incrementAndGet();
            count(counting.event(event), rows);
        });
        history.bySubject(counting.imported(), subject -> {
            events.addAndGet(subject.size());
            count(counting.subject(subject), rows);
        });
    }

    private static void count(List<Occurrence> occurrences, Rows rows) {
        for (var one : occurrences) {
            if (one.traced()) {
                rows.accept(row(one));
            }
            for (var tally : one.tallies()) {
                rows.accept(row(tally));
                if (tally.stands()) {
                    rows.accept(month(tally.measure(), tally.month(), tally.n()));
                }
            }
        }
    }

    private void kept(String prefix, Rows rows) {
        var t = TALLY;
        var m = MONTH_SUM;
        var o = OCCURRENCE;
        try (var found = db.selectFrom(t).where(Tenant.owns(t.TENANT_ID), t.MEASURE.startsWith(prefix)).fetchSize(AT_ONCE).fetchLazy()) {
            found.forEach(row -> rows.accept(row(new Tally(row.getMeasure(), row.getScopeId(), row.getPartId(), row.getDay(), row.getLabel(), row.getMinutes(), row.getN()))));
        }
        try (var found = db.selectFrom(m).where(Tenant.owns(m.TENANT_ID), m.MEASURE.startsWith(prefix)).fetchSize(AT_ONCE).fetchLazy()) {
            found.forEach(row -> rows.accept(month(row.getMeasure(), new Tally(row.getMeasure(), row.getScopeId(), row.getPartId(), row.getMonth(), "", 0, 0), row.getN())));
        }
        try (var found = db.selectFrom(o).where(Tenant.owns(o.TENANT_ID), o.KIND.startsWith(prefix)).fetchSize(AT_ONCE).fetchLazy()) {
            found.forEach(row -> rows.accept(row(new Occurrence(row.getEventId(), row.getKind(), row.getScopeId(), row.getPartId(), row.getSubjectId(),
                    row.getDay(), row.getStock(), row.getMinutes(), row.getLate(), row.getLabel(), List.of()))));
        }
    }

    private static Row month(String measure, Tally month, long n) {
        return new Row("months of " + measure, month.scope(), month.part(), month.day(), "", n);
    }

    private static Row row(Tally tally) {
        return new Row(tally.measure(), tally.scope(), tally.part(), tally.day(), tally.label().isEmpty() ? Integer.toString(tally.minutes()) : tally.label() + " " + tally.minutes(), tally.n());
    }

    private static Row row(Occurrence one) {
        return new Row("occurrence of " + one.kind(), one.scope(), one.part(), one.day(),
                one.event() + " " + one.subject() + " " + one.stock() + " " + one.minutes() + " " + one.late() + " " + one.label(), 1);
    }
}
