package no.torg.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import no.torg.people.Actor;
import no.torg.people.Forbidden;
import no.torg.people.Organisation;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.web.Language;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@DirtiesContext
class CalendarsTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Actor SYSTEM = Actor.system("test");
    private static final WorkingCalendar COUNTER = new WorkingCalendar(OSLO,
        Map.of(DayOfWeek.MONDAY, List.of(Hours.of("08:00", "11:30"), Hours.of("12:00", "16:00")), DayOfWeek.SUNDAY, List.of(Hours.of("20:00", "24:00"))),
        Map.of(LocalDate.parse("2026-12-24"), List.of(), LocalDate.parse("2027-05-17"), List.of(Hours.of("09:00", "10:00"))), false);
    private static final AtomicInteger TENANTS = new AtomicInteger();

    @TempDir
    static Path data;

    @Autowired
    private Calendars calendars;
    @Autowired
    private Tenants tenants;
    @Autowired
    private Organisation organisation;
    @Autowired
    private DSLContext db;

    private Tenant tenant;
    private UUID team;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("torg.database.data", () -> data.toString());
        settings.add("torg.files.folder", () -> data.resolve("files").toString());
    }

    @BeforeEach
    void aTenantOfItsOwn() {
        tenant = tenants.add("calendars-" + TENANTS.incrementAndGet(), "Kalenderkommune", "fjordvik", HELSINKI, Map.of(), List.of());
        tenant.run(() -> team = organisation.addTeam(SYSTEM, "Førstelinje", organisation.addUnit(SYSTEM, "IT", null, null), null));
    }

    @Test
    void a_team_works_by_its_own_calendar_else_the_default_else_office_hours_in_the_tenants_zone() {
        tenant.run(() -> {
            assertThat(calendars.of(team)).isEqualTo(WorkingCalendar.office(HELSINKI));
            var office = calendars.add(SYSTEM, "Kontortid", WorkingCalendar.office(OSLO));
            var counter = calendars.add(SYSTEM, " Skranken ", COUNTER);
            assertThat(calendars.of(team)).isEqualTo(WorkingCalendar.office(HELSINKI));

            calendars.makeDefault(SYSTEM, office);
            assertThat(calendars.of(team)).isEqualTo(WorkingCalendar.office(OSLO));
            calendars.bind(SYSTEM, team, counter);
            assertThat(calendars.of(team)).isEqualTo(COUNTER);
            assertThat(calendars.of(UUID.randomUUID())).isEqualTo(WorkingCalendar.office(OSLO));
            assertThat(calendars.all(SYSTEM)).containsExactly(new Calendar(office, "Kontortid", WorkingCalendar.office(OSLO), 1, true, Set.of()),
                new Calendar(counter, "Skranken", COUNTER, 1, false, Set.of(team)));

            calendars.makeDefault(SYSTEM, counter);
            calendars.bind(SYSTEM, team, office);
            assertThat(calendars.of(team)).isEqualTo(WorkingCalendar.office(OSLO));
            calendars.unbind(SYSTEM, team);
            calendars.unbind(SYSTEM, team);
            assertThat(calendars.of(team)).isEqualTo(COUNTER);
            assertThat(events(counter)).containsExactly("calendars.added", "calendars.bound", "calendars.made-default");
            assertThat(events(office)).containsExactly("calendars.added", "calendars.made-default", "calendars.bound", "calendars.unbound");
        });
    }

    @Test
    void a_change_shows_at_once_and_a_stale_one_is_refused() {
        tenant.run(() -> {
            var id = calendars.add(SYSTEM, "Skranken", COUNTER);
            calendars.bind(SYSTEM, team, id);
            assertThat(calendars.of(team)).isEqualTo(COUNTER);
            calendars.change(SYSTEM, id, 1, "skranken", WorkingCalendar.office(OSLO));
            assertThat(calendars.of(team)).isEqualTo(WorkingCalendar.office(OSLO));
            assertThat(calendars.all(SYSTEM).getFirst()).extracting(Calendar::name, Calendar::version).containsExactly("skranken", 2);
            assertRefused("calendars.calendar.stale", () -> calendars.change(SYSTEM, id, 1, "Skranken", COUNTER));
            assertThat(calendars.of(team)).isEqualTo(WorkingCalendar.office(OSLO));
        });
    }

    @Test
    void refuses_names_that_are_taken_or_none_and_what_does_not_exist() {
        tenant.run(() -> {
            var id = calendars.add(SYSTEM, "Skranken", COUNTER);
            assertRefused("calendars.calendar.name-taken", () -> calendars.add(SYSTEM, "SKRANKEN", COUNTER));
            assertRefused("calendars.calendar.name-length", () -> calendars.add(SYSTEM, "  ", COUNTER));
            assertRefused("calendars.calendar.name-length", () -> calendars.add(SYSTEM, "x".repeat(201), COUNTER));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> calendars.change(SYSTEM, UUID.randomUUID(), 1, "Ny", COUNTER));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> calendars.bind(SYSTEM, team, UUID.randomUUID()));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> calendars.bind(SYSTEM, UUID.randomUUID(), id));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> calendars.makeDefault(SYSTEM, UUID.randomUUID()));
        });
    }

    @Test
    void the_wall_stands_between_tenants() {
        var made = new UUID[1];
        tenant.run(() -> {
            made[0] = calendars.add(SYSTEM, "Skranken", COUNTER);
            calendars.makeDefault(SYSTEM, made[0]);
        });
        var theirTeam = team;
        aTenantOfItsOwn();
        tenant.run(() -> {
            assertThat(calendars.all(SYSTEM)).isEmpty();
            assertThat(calendars.of(theirTeam)).isEqualTo(WorkingCalendar.office(HELSINKI));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> calendars.bind(SYSTEM, team, made[0]));
            var own = calendars.add(SYSTEM, "Skranken", COUNTER);
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> calendars.bind(SYSTEM, theirTeam, own));
        });
    }

    @Test
    void only_administrators_set_them_up() {
        var worker = new Actor(UUID.randomUUID(), "Kari", Language.NB, List.of(), Set.of(team), Set.of(team), Set.of(), Set.of(), Set.of("case-worker"), Actor.ALL_SCOPES);
        var id = UUID.randomUUID();
        List<ThrowingCallable> doors = List.of(() -> calendars.all(worker), () -> calendars.add(worker, "Min", COUNTER), () -> calendars.change(worker, id, 1, "Min", COUNTER),
            () -> calendars.makeDefault(worker, id), () -> calendars.bind(worker, team, id), () -> calendars.unbind(worker, team));
        tenant.run(() -> doors.forEach(door -> assertThatExceptionOfType(Forbidden.class).isThrownBy(door)));
    }

    private List<String> events(UUID calendar) {
        return db.resultQuery("select type from events.event where subject_id = ? order by recorded_at, id", calendar).fetch(0, String.class);
    }

    private static void assertRefused(String key, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
