package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import no.torg.metrics.Occurrences;
import no.torg.metrics.Sight;
import no.torg.people.Actor;
import no.torg.people.PersonReads;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The very cases behind a figure: a row for each time a case was counted, also where it has gone to others since. */
@Repository
public class CountedCases {

    private static final int SOME = 1_000;

    private final DSLContext db;

    CountedCases(DSLContext db) {
        this.db = db;
    }

    /** A time a case was counted. The case is null for one who may no longer see it: it was counted with a team of theirs and lies with another. */
    public record Counted(LocalDate day, UUID id, UUID team, String teamName, @Nullable Integer minutes, @Nullable Boolean late, @Nullable Seen file) {
    }

    /** What shows of a case. */
    public record Seen(String number, String title, CaseState state, Instant opened) {
    }

    /** When the first and the last of the cases were opened; null where there are none. */
    public record Opened(@Nullable Instant first, @Nullable Instant last) {
    }

    /** What comes first in a list: the newest day, or what took longest, without what has no time. */
    public enum Order {
        NEWEST, SLOWEST
    }

    /** The place that a page of a list ended at; minutes are null where they do not sort it. */
    public record After(LocalDate day, UUID id, @Nullable Integer minutes) {

        /** Where a list goes on after a row. */
        public static After of(Counted last) {
            return new After(last.day(), last.id(), last.minutes());
        }
    }

    /** A team and its open cases of a service, by bands of the day they were opened. */
    public record Open(UUID team, List<Long> bands) {
    }

    /** What was counted of a kind; see {@link CaseFigures}. */
    public static Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> of(Sight sight, String kind, LocalDate from, LocalDate to, @Nullable Boolean late) {
        return Occurrences.counted(sight, kind, from, to, late);
    }

    /** What was resolved with a priority, as its label says. */
    public static Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> resolved(Sight sight, LocalDate from, LocalDate to, @Nullable String priority) {
        return Occurrences.counted(sight, CaseFigures.RESOLVED, from, to, null, priority);
    }

    /** What was handed over, by the team that handed it away; to one team only where it is named. */
    public static Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> handedOver(Sight sight, @Nullable UUID to, LocalDate from, LocalDate until) {
        return Occurrences.counted(sight, CaseFigures.HANDED_OVER, from, until, null, to == null ? null : to.toString());
    }

    /** What was opened through a channel, on a day of the week (1 is Monday), in an hour of the day; null for any. */
    public static Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> opened(Sight sight, LocalDate from, LocalDate to, @Nullable String channel,
            @Nullable Integer weekday, @Nullable Integer hour) {
        var one = Occurrences.counted(sight, CaseFigures.OPENED, from, to, null, channel).asTable("opened");
        var day = one.field("day", LocalDate.class);
        var subject = one.field("subject_id", UUID.class);
        return DSL.select(day, one.field("id", UUID.class), one.field("part_id", UUID.class), subject, one.field("minutes", Integer.class), one.field("late", Boolean.class))
                .from(one).join(CASE_FILE).on(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.ID.eq(subject))
                .where(weekday == null ? DSL.noCondition() : DSL.field("extract(isodow from {0})::integer", Integer.class, day).eq(weekday),
                        hour == null ? DSL.noCondition() : DSL.field("extract(hour from {0} at time zone {1})::integer", Integer.class, CASE_FILE.OPENED_AT,
                                DSL.val(Tenant.current().zone().getId())).eq(hour));
    }

    /** What was open when the day ended. */
    public static Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> openAt(Sight sight, LocalDate day) {
        return Occurrences.standing(sight, CaseFigures.STOCK, day);
    }

    /** What is open now and was opened from one day to another. */
    public static Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> openNow(Sight sight, LocalDate from, LocalDate to) {
        var c = CASE_FILE;
        return DSL.select(openedOn().as("day"), c.ID.as("id"), c.TEAM_ID.as("part_id"), c.ID.as("subject_id"), DSL.inline((Integer) null).as("minutes"),
                        DSL.inline((Boolean) null).as("late")).from(c)
                .where(Tenant.owns(c.TENANT_ID), sight.covers(c.SERVICE_ID, c.TEAM_ID), c.RESOLVED_AT.isNull(), c.OPENED_AT.ge(begins(from)),
                        c.OPENED_AT.lt(begins(to.plusDays(1))));
    }

    /** The rows in an order, after that place. */
    public List<Counted> list(Actor actor, Language language, Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> counted, Order order, @Nullable After after,
            int limit) {
        var most = Math.min(limit, SOME);
        return rows(actor, language, order == Order.SLOWEST ? slowest(counted, after, most) : counted, order, after).limit(most).fetch(CountedCases::counted);
    }

    /** All the rows, in the same order, some in a statement. Each is given on with no connection held: the taker may be somebody who reads slowly. */
    public void each(Actor actor, Language language, Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> counted, Order order, Consumer<Counted> taker) {
        for (var some = list(actor, language, counted, order, null, SOME); !some.isEmpty();) {
            some.forEach(taker);
            some = some.size() < SOME ? List.of() : list(actor, language, counted, order, After.of(some.getLast()), SOME);
        }
    }

    /** When the first and the last of all that may be seen were opened. */
    public Opened opened(Sight sight) {
        var c = CASE_FILE;
        return db.select(DSL.min(c.OPENED_AT), DSL.max(c.OPENED_AT)).from(c).where(Tenant.owns(c.TENANT_ID), sight.covers(c.SERVICE_ID, c.TEAM_ID))
                .fetchSingle(row -> new Opened(row.value1(), row.value2()));
    }

    /** How many are open now and were opened from one day to another. */
    public long countOpen(Sight sight, LocalDate from, LocalDate to) {
        return db.fetchCount(openNow(sight, from, to));
    }

    /**
     * The open cases of a service in these teams, by how long ago they were opened: each band begins at a day and ends before the band
     * before it; the first goes on to now, the last has no beginning. By the names of the teams.
     */
    public List<Open> open(UUID service, Collection<UUID> teams, List<LocalDate> begins) {
        var c = CASE_FILE;
        var team = DSL.field(DSL.name("part", "id"), UUID.class);
        var bands = new Field<?>[begins.size() + 1];
        for (int i = 0; i < bands.length; i++) {
            bands[i] = DSL.count(c.OPENED_AT).filterWhere(band(i == 0 ? null : begins.get(i - 1), i == begins.size() ? null : begins.get(i)));
        }
        return db.select(team, PersonReads.team(team).as("name")).select(bands).from("unnest({0}) as part (id)", DSL.val(teams.toArray(UUID[]::new)))
                .leftJoin(c).on(Tenant.owns(c.TENANT_ID), c.TEAM_ID.eq(team), c.SERVICE_ID.eq(service), c.RESOLVED_AT.isNull())
                .groupBy(team).orderBy(DSL.field(DSL.name("name"), String.class), team).fetch(row -> open(row, bands));
    }

    /** How many are open now by how long ago they were opened, in bands as {@link #open}'s. */
    public List<Long> ages(Sight sight, List<LocalDate> begins) {
        var c = CASE_FILE;
        var bands = new Field<?>[begins.size() + 1];
        for (int i = 0; i < bands.length; i++) {
            bands[i] = DSL.count().filterWhere(band(i == 0 ? null : begins.get(i - 1), i == begins.size() ? null : begins.get(i)));
        }
        return db.select(bands).from(c).where(Tenant.owns(c.TENANT_ID), sight.covers(c.SERVICE_ID, c.TEAM_ID), c.RESOLVED_AT.isNull())
                .fetchSingle(row -> Arrays.stream(bands).map(band -> row.get(band, Long.class)).toList());
    }

    private SelectLimitStep<?> rows(Actor actor, Language language, Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> counted, Order order,
            @Nullable After after) {
        var one = counted.asTable("one");
        var day = one.field("day", LocalDate.class);
        var id = one.field("id", UUID.class);
        var part = one.field("part_id", UUID.class);
        var title = RequesterCases.title(language).as("said");
        var minutes = one.field("minutes", Integer.class);
        var slowest = order == Order.SLOWEST;
        var later = slowest || after == null ? DSL.noCondition() : DSL.row(day, id).lt(after.day(), after.id());
        return db.select(day, id, part, PersonReads.team(part).as("team"), minutes, one.field("late", Boolean.class),
                        CASE_FILE.NUMBER, title, CASE_FILE.STATE, CASE_FILE.OPENED_AT).from(one)
                .leftJoin(CASE_FILE).on(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.ID.eq(one.field("subject_id", UUID.class)), CaseAccess.visible(actor))
                .where(later).orderBy(slowest ? minutes.desc() : day.desc(), id.desc());
    }

    /** Those that took longest, after that place, found before their cases are looked up: they may be few of very many. */
    private static Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> slowest(Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> counted,
            @Nullable After after, int most) {
        var all = counted.asTable("every");
        var id = all.field("id", UUID.class);
        var minutes = all.field("minutes", Integer.class);
        var later = after == null ? DSL.noCondition() : DSL.row(minutes, id).lt(after.minutes() == null ? 0 : after.minutes(), after.id());
        return DSL.select(all.field("day", LocalDate.class), id, all.field("part_id", UUID.class), all.field("subject_id", UUID.class), minutes, all.field("late", Boolean.class))
                .from(all).where(minutes.isNotNull(), later).orderBy(minutes.desc(), id.desc()).limit(most);
    }

    private static Open open(Record row, Field<?>[] bands) {
        var counts = new ArrayList<Long>();
        for (int i = 0; i < bands.length; i++) {
            counts.add(row.get(i + 2, Long.class));
        }
        return new Open(row.get(0, UUID.class), List.copyOf(counts));
    }

    private static Condition band(@Nullable LocalDate before, @Nullable LocalDate from) {
        var begun = from == null ? DSL.noCondition() : CASE_FILE.OPENED_AT.ge(begins(from));
        return before == null ? begun : begun.and(CASE_FILE.OPENED_AT.lt(begins(before)));
    }

    private static Instant begins(LocalDate day) {
        return day.atStartOfDay(Tenant.current().zone()).toInstant();
    }

    private static Field<LocalDate> openedOn() {
        return DSL.field("({0} at time zone {1})::date", LocalDate.class, CASE_FILE.OPENED_AT, DSL.val(Tenant.current().zone().getId()));
    }

    private static Counted counted(Record row) {
        var c = CASE_FILE;
        var number = row.get(c.NUMBER);
        var file = number == null ? null : new Seen(number, row.get("said", String.class), CaseState.of(row.get(c.STATE)), row.get(c.OPENED_AT));
        var team = row.get("team", String.class);
        return new Counted(row.get("day", LocalDate.class), row.get("id", UUID.class), row.get("part_id", UUID.class), team == null ? "" : team,
                row.get("minutes", Integer.class), row.get("late", Boolean.class), file);
    }
}
