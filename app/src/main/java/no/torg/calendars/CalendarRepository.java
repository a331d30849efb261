package no.torg.calendars;

import static java.util.stream.Collectors.toMap;
import static no.torg.db.calendars.Tables.CALENDAR;
import static no.torg.db.calendars.Tables.CALENDAR_EXCEPTION;
import static no.torg.db.calendars.Tables.DEFAULT_CALENDAR;
import static no.torg.db.calendars.Tables.TEAM_CALENDAR;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Calendars as rows: the week on the calendar's own, each exception on one of its own. */
@Repository
class CalendarRepository {

    private static final TypeReference<Map<String, List<String>>> WEEK = new TypeReference<>() {
    };
    private static final TypeReference<List<String>> DAY = new TypeReference<>() {
    };

    private final DSLContext db;
    private final JsonMapper json;

    CalendarRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<Calendar> all() {
        var exceptions = multiset(select(CALENDAR_EXCEPTION.DAY, CALENDAR_EXCEPTION.HOURS).from(CALENDAR_EXCEPTION)
                .where(CALENDAR_EXCEPTION.TENANT_ID.eq(CALENDAR.TENANT_ID), CALENDAR_EXCEPTION.CALENDAR_ID.eq(CALENDAR.ID)))
                .convertFrom(rows -> rows.intoMap(CALENDAR_EXCEPTION.DAY, row -> day(row.value2())));
        var teams = multiset(select(TEAM_CALENDAR.TEAM_ID).from(TEAM_CALENDAR)
                .where(TEAM_CALENDAR.TENANT_ID.eq(CALENDAR.TENANT_ID), TEAM_CALENDAR.CALENDAR_ID.eq(CALENDAR.ID)))
                .convertFrom(rows -> Set.copyOf(rows.getValues(TEAM_CALENDAR.TEAM_ID)));
        var isDefault = field(DSL.exists(selectOne().from(DEFAULT_CALENDAR)
                .where(DEFAULT_CALENDAR.TENANT_ID.eq(CALENDAR.TENANT_ID), DEFAULT_CALENDAR.CALENDAR_ID.eq(CALENDAR.ID))));
        return db.select(CALENDAR.ID, CALENDAR.NAME, CALENDAR.ZONE, CALENDAR.WEEK, CALENDAR.NORWEGIAN_HOLIDAYS, CALENDAR.VERSION, isDefault, exceptions, teams)
                .from(CALENDAR).where(Tenant.owns(CALENDAR.TENANT_ID)).orderBy(CALENDAR.NAME, CALENDAR.ID)
                .fetch(mapping((id, name, zone, week, holidays, version, first, days, bound) ->
                        new Calendar(id, name, new WorkingCalendar(ZoneId.of(zone), week(week), days, holidays), version, first, bound)));
    }

    boolean exists(UUID id) {
        return db.fetchExists(CALENDAR, Tenant.owns(CALENDAR.TENANT_ID), CALENDAR.ID.eq(id));
    }

    boolean isTaken(String name, UUID except) {
        return db.fetchExists(CALENDAR, Tenant.owns(CALENDAR.TENANT_ID), lower(CALENDAR.NAME).eq(lower(name)), CALENDAR.ID.ne(except));
    }

    void add(UUID id, String name, WorkingCalendar hours, @Nullable UUID by) {
        db.insertInto(CALENDAR).set(CALENDAR.TENANT_ID, Tenant.current().id()).set(CALENDAR.ID, id).set(CALENDAR.NAME, name)
                .set(CALENDAR.ZONE, hours.zone().getId()).set(CALENDAR.WEEK, written(hours.week()))
                .set(CALENDAR.NORWEGIAN_HOLIDAYS, hours.norwegianHolidays()).set(CALENDAR.CHANGED_BY, by).execute();
        addExceptions(id, hours);
    }

    /** False if there is no such calendar in that version. */
    boolean change(UUID id, int version, String name, WorkingCalendar hours, @Nullable UUID by) {
        var changed = db.update(CALENDAR).set(CALENDAR.NAME, name).set(CALENDAR.ZONE, hours.zone().getId()).set(CALENDAR.WEEK, written(hours.week()))
                .set(CALENDAR.NORWEGIAN_HOLIDAYS, hours.norwegianHolidays()).set(CALENDAR.VERSION, version + 1)
                .set(CALENDAR.CHANGED_BY, by).set(CALENDAR.CHANGED_AT, Instant.now())
                .where(Tenant.owns(CALENDAR.TENANT_ID), CALENDAR.ID.eq(id), CALENDAR.VERSION.eq(version)).execute() == 1;
        if (changed) {
            db.deleteFrom(CALENDAR_EXCEPTION).where(Tenant.owns(CALENDAR_EXCEPTION.TENANT_ID), CALENDAR_EXCEPTION.CALENDAR_ID.eq(id)).execute();
            addExceptions(id, hours);
        }
        return changed;
    }

    void makeDefault(UUID id, @Nullable UUID by) {
        db.insertInto(DEFAULT_CALENDAR).set(DEFAULT_CALENDAR.TENANT_ID, Tenant.current().id()).set(DEFAULT_CALENDAR.CALENDAR_ID, id)
                .set(DEFAULT_CALENDAR.BOUND_BY, by).onConflict(DEFAULT_CALENDAR.TENANT_ID).doUpdate().set(DEFAULT_CALENDAR.CALENDAR_ID, id)
                .set(DEFAULT_CALENDAR.BOUND_BY, by).set(DEFAULT_CALENDAR.BOUND_AT, Instant.now()).execute();
    }

    void bind(UUID teamId, UUID id, @Nullable UUID by) {
        db.insertInto(TEAM_CALENDAR).set(TEAM_CALENDAR.TENANT_ID, Tenant.current().id()).set(TEAM_CALENDAR.TEAM_ID, teamId)
                .set(TEAM_CALENDAR.CALENDAR_ID, id).set(TEAM_CALENDAR.BOUND_BY, by).onConflict(TEAM_CALENDAR.TENANT_ID, TEAM_CALENDAR.TEAM_ID).doUpdate()
                .set(TEAM_CALENDAR.CALENDAR_ID, id).set(TEAM_CALENDAR.BOUND_BY, by).set(TEAM_CALENDAR.BOUND_AT, Instant.now()).execute();
    }

    /** The calendar the team worked by. */
    Optional<UUID> unbind(UUID teamId) {
        return db.deleteFrom(TEAM_CALENDAR).where(Tenant.owns(TEAM_CALENDAR.TENANT_ID), TEAM_CALENDAR.TEAM_ID.eq(teamId))
                .returningResult(TEAM_CALENDAR.CALENDAR_ID).fetchOptional(TEAM_CALENDAR.CALENDAR_ID);
    }

    private void addExceptions(UUID id, WorkingCalendar hours) {
        var tenant = Tenant.current().id();
        db.batch(hours.exceptions().entrySet().stream().map(entry -> db.insertInto(CALENDAR_EXCEPTION)
                .columns(CALENDAR_EXCEPTION.TENANT_ID, CALENDAR_EXCEPTION.CALENDAR_ID, CALENDAR_EXCEPTION.DAY, CALENDAR_EXCEPTION.HOURS)
                .values(tenant, id, entry.getKey(), JSONB.valueOf(json.writeValueAsString(texts(entry.getValue()))))).toList()).execute();
    }

    private JSONB written(Map<DayOfWeek, List<Hours>> week) {
        return JSONB.valueOf(json.writeValueAsString(week.entrySet().stream()
                .collect(toMap(entry -> entry.getKey().name().toLowerCase(Locale.ROOT), entry -> texts(entry.getValue())))));
    }

    private Map<DayOfWeek, List<Hours>> week(JSONB written) {
        return json.readValue(written.data(), WEEK).entrySet().stream()
                .collect(toMap(entry -> DayOfWeek.valueOf(entry.getKey().toUpperCase(Locale.ROOT)), entry -> hours(entry.getValue())));
    }

    private List<Hours> day(JSONB written) {
        return hours(json.readValue(written.data(), DAY));
    }

    private static List<Hours> hours(List<String> texts) {
        return texts.stream().map(Hours::parse).toList();
    }

    private static List<String> texts(List<Hours> hours) {
        return hours.stream().map(Hours::toString).toList();
    }
}
