package no.torg.migration;

import static no.torg.db.cases.Tables.CASE_ALIAS;
import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_WAIT;
import static no.torg.db.metrics.Tables.TALLY;
import static no.torg.db.people.Tables.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.calendars.Calendars;
import no.torg.calendars.Hours;
import no.torg.calendars.WorkingCalendar;
import no.torg.cases.CaseFigures;
import no.torg.cases.CaseState;
import no.torg.cases.CaseWork;
import no.torg.cases.Closures;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that join cases which are there already: what people did here meanwhile stands, and everything is counted once. */
@TorgTest
@Import(Histories.class)
class JoinedLogTest {

    private static final Actor OPERATOR = Actor.system("operator");
    private static final String MAPPING = SampleLog.MAPPING.replace("Venter: waiting-for-requester,", "Venter: waiting-for-requester, Leverandør: waiting-for-third-party,");

    @TempDir
    private Path folder;
    @Autowired
    private World world;
    @Autowired
    private Histories histories;
    @Autowired
    private CaseWork work;
    @Autowired
    private Closures closures;
    @Autowired
    private Calendars calendars;
    @Autowired
    private DSLContext db;
    @Autowired
    private PlatformTransactionManager transactions;

    private static String record(int nr, String state, String team) {
        return "%d;S1;%d;%02d.03.2024 09:00:00;Ida;Nøkler;Per;-;%s;B;Telefon;%s;0".formatted(nr, nr, 3 + nr, state, team);
    }

    private Histories.Said bringBy(String mapping, Tenant tenant, String header, String... records) {
        return histories.bring(tenant, Histories.file(folder, "mapping.yaml", mapping), Histories.file(folder, "log.csv", header + "\n" + String.join("\n", records) + "\n"));
    }

    private Histories.Said bring(Tenant tenant, String... records) {
        return bringBy(MAPPING, tenant, SampleLog.HEADER, records);
    }

    private String number(Tenant tenant) {
        return tenant.ask(() -> db.select(CASE_FILE.NUMBER).from(CASE_FILE).join(CASE_ALIAS).on(CASE_ALIAS.TENANT_ID.eq(CASE_FILE.TENANT_ID), CASE_ALIAS.CASE_ID.eq(CASE_FILE.ID))
                .where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_ALIAS.VALUE.eq("S1")).fetchSingle(CASE_FILE.NUMBER));
    }

    private Map<String, Object> row(Tenant tenant) {
        return tenant.ask(() -> db.selectFrom(CASE_FILE).where(Tenant.owns(CASE_FILE.TENANT_ID)).fetchSingle().intoMap());
    }

    private long sum(Tenant tenant, String measure) {
        return tenant.ask(() -> db.select(DSL.coalesce(DSL.sum(TALLY.N), 0)).from(TALLY).where(Tenant.owns(TALLY.TENANT_ID), TALLY.MEASURE.eq(measure)).fetchSingle(0, long.class));
    }

    private void done(Tenant tenant, Consumer<String> change) {
        var number = number(tenant);
        tenant.run(() -> change.accept(number));
        world.settle();
    }

    private void noDifference(Tenant tenant) {
        for (var verb : List.of("figures check", "replay")) {
            var words = (verb + " --tenant " + tenant.slug()).split(" ");
            assertThat(histories.said(words).out()).as(verb).contains("no difference");
        }
    }

    @Test
    void a_case_that_was_resolved_here_is_not_resolved_again_by_what_the_source_says_later() {
        var tenant = histories.tenant("gikk-videre", "Europe/Oslo");
        bring(tenant, record(1, "Ny", "Drift"));
        assertThat(sum(tenant, CaseFigures.BACKLOG)).isEqualTo(1);
        done(tenant, number -> closures.resolve(OPERATOR, number, CaseState.NEW));
        var row = row(tenant);
        var done = sum(tenant, CaseFigures.EVENTS);

        var said = bring(tenant, record(1, "Ny", "Drift"), record(2, "Arbeid", "Nett"), record(3, "Lukket", "Nett"));

        assertThat(said.out()).contains("2 events new, 1 there already");
        assertThat(row(tenant)).isEqualTo(row);
        assertThat(sum(tenant, CaseFigures.BACKLOG)).isZero();
        assertThat(sum(tenant, CaseFigures.RESOLVED)).isEqualTo(1);
        assertThat(sum(tenant, CaseFigures.STANDS_RESOLVED)).isEqualTo(1);
        assertThat(sum(tenant, CaseFigures.STANDS_CLOSED)).isEqualTo(row.get("state").equals("closed") ? 1 : 0);
        assertThat(sum(tenant, CaseFigures.EVENTS)).as("yet all that happened is told").isEqualTo(done + 2);
        noDifference(tenant);
    }

    @Test
    void a_case_that_was_moved_here_lies_with_one_team_whatever_the_source_says_later() {
        var tenant = histories.tenant("flyttet-her", "Europe/Oslo");
        bring(tenant, record(1, "Ny", "Drift"), "9;S9;1;01.03.2024 09:00:00;Ida;x;Per;-;Lukket;B;Telefon;Nett;0");
        var nett = tenant.ask(() -> db.select(TEAM.ID).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID), TEAM.NAME.eq("Nett")).fetchSingle(TEAM.ID));
        done(tenant, number -> work.hand(OPERATOR, number, nett));

        bring(tenant, record(2, "Arbeid", "Uteservice"));

        var byTeam = tenant.ask(() -> db.select(TALLY.PART_ID, DSL.sum(TALLY.N)).from(TALLY).where(Tenant.owns(TALLY.TENANT_ID), TALLY.MEASURE.eq(CaseFigures.BACKLOG))
                .groupBy(TALLY.PART_ID).having(DSL.sum(TALLY.N).ne(DSL.val(java.math.BigDecimal.ZERO))).fetchMap(TALLY.PART_ID, row -> row.value2().longValue()));
        assertThat(byTeam).isEqualTo(Map.of(nett, 1L));
        noDifference(tenant);
    }

    @Test
    void what_is_done_while_records_are_taken_over_stands() throws Exception {
        var tenant = histories.tenant("samtidig", "Europe/Oslo");
        bring(tenant, record(1, "Ny", "Drift"));
        var number = number(tenant);
        var bringing = new CompletableFuture<Histories.Said>();
        tenant.run(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            closures.resolve(OPERATOR, number, CaseState.NEW);
            Thread.ofVirtual().start(() -> bringing.complete(bring(tenant, record(2, "Arbeid", "Nett"))));
            Awaitility.await().pollInSameThread().until(() -> bringing.isDone() || db.fetchExists(DSL.table("pg_locks"), DSL.condition("not granted and pid <> pg_backend_pid()")));
        }));
        assertThat(bringing.get().out()).contains("1 events new");
        world.settle();

        assertThat(row(tenant).get("state")).isIn("resolved", "closed");
        noDifference(tenant);
    }

    @Test
    void to_reopen_a_case_takes_back_only_what_was_counted() {
        var tenant = histories.tenant("uten-tider", "Europe/Oslo");
        var mapping = MAPPING.replace("{title:", "{resolved: slutt, closed: lukket, title:");
        bringBy(mapping, tenant, SampleLog.HEADER + ";slutt;lukket", record(1, "Ny", "Drift") + ";-;-", record(2, "Lukket", "Drift") + ";-;05.03.2024 09:00:00");
        assertThat(sum(tenant, CaseFigures.STANDS_RESOLVED)).isZero();
        assertThat(sum(tenant, CaseFigures.STANDS_CLOSED)).isEqualTo(1);

        done(tenant, number -> closures.reopen(OPERATOR, number, CaseState.CLOSED));
        assertThat(sum(tenant, CaseFigures.STANDS_RESOLVED)).isZero();
        assertThat(sum(tenant, CaseFigures.STANDS_CLOSED)).isZero();

        done(tenant, number -> closures.resolve(OPERATOR, number, CaseState.IN_PROGRESS));
        assertThat(sum(tenant, CaseFigures.STANDS_RESOLVED)).isEqualTo(1);
        done(tenant, number -> closures.reopen(OPERATOR, number, CaseState.of(String.valueOf(row(tenant).get("state")))));
        assertThat(sum(tenant, CaseFigures.STANDS_RESOLVED)).as("one that ended here was counted").isZero();
        noDifference(tenant);
    }

    @Test
    void the_wait_that_a_case_is_in_is_the_one_that_was_told_last() {
        var tenant = histories.tenant("ventet-to-ganger", "Europe/Oslo");
        bring(tenant, record(1, "Venter", "Drift"));
        bring(tenant, record(2, "Arbeid", "Drift"));
        bring(tenant, record(3, "Leverandør", "Drift"));

        var waits = tenant.ask(() -> db.select(CASE_WAIT.WAIT_FOR, CASE_WAIT.SINCE).from(CASE_WAIT).where(Tenant.owns(CASE_WAIT.TENANT_ID), CASE_WAIT.ENDED_AT.isNull())
                .fetchMap(CASE_WAIT.WAIT_FOR, CASE_WAIT.SINCE));
        assertThat(waits).isEqualTo(Map.of("third-party", Instant.parse("2024-03-06T08:00:00Z")));
    }

    @Test
    void another_calendar_changes_nothing_that_was_counted() {
        var tenant = histories.tenant("ny-kalender", "Europe/Oslo");
        bring(tenant, record(1, "Ny", "Drift"), record(2, "Ferdig", "Drift"));
        tenant.run(() -> {
            var team = db.select(TEAM.ID).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID), TEAM.NAME.eq("Driftsgruppa")).fetchSingle(TEAM.ID);
            var sundays = new WorkingCalendar(ZoneId.of("Europe/Oslo"), Map.of(DayOfWeek.SUNDAY, List.of(Hours.of("08:00", "09:00"))), Map.of(), true);
            calendars.bind(OPERATOR, team, calendars.add(OPERATOR, "Søndager", sundays));
        });

        noDifference(tenant);
        bring(tenant, record(3, "Lukket", "Drift"));
        noDifference(tenant);
    }

    @Test
    void a_case_stays_with_its_service_whatever_a_later_mapping_says() {
        var tenant = histories.tenant("annen-tjeneste", "Europe/Oslo");
        bring(tenant, record(1, "Ny", "Drift"));
        bringBy(MAPPING.replace("key: saksbank", "key: saksbank-to"), tenant, SampleLog.HEADER, record(2, "Lukket", "Drift"));

        assertThat(tenant.<Map<UUID, Long>>ask(() -> db.select(TALLY.SCOPE_ID, DSL.sum(TALLY.N)).from(TALLY)
                .where(Tenant.owns(TALLY.TENANT_ID), TALLY.MEASURE.eq(CaseFigures.BACKLOG)).groupBy(TALLY.SCOPE_ID).fetchMap(TALLY.SCOPE_ID, row -> row.value2().longValue())).values()).containsOnly(0L);
        noDifference(tenant);
    }

    @Test
    void a_record_of_a_later_file_that_says_something_else_under_a_known_key_is_kept_aside() {
        var tenant = histories.tenant("sier-noe-annet", "Europe/Oslo");
        bring(tenant, record(1, "Ny", "Drift"));

        var said = bring(tenant, record(1, "Lukket", "Drift"), record(2, "Arbeid", "Drift"));

        assertThat(said.out()).contains("1 events new, 0 there already, 1 rejected").contains("same key as a record of an earlier file");
        assertThat(row(tenant)).containsEntry("state", "in-progress");
        assertThat(bring(tenant, record(1, "Ny", "Drift")).out()).contains("1 there already, 0 rejected");
    }

    @Test
    void a_group_by_the_name_of_having_none_is_none() {
        var tenant = histories.tenant("navnet-ingen", "Europe/Oslo");

        var said = bring(tenant, record(1, "Ny", "Uten gruppe"), record(2, "Arbeid", "-"));

        assertThat(said.out()).contains("1 cases new, 2 events new");
        assertThat(sum(tenant, CaseFigures.HANDED_OVER)).isZero();
        noDifference(tenant);
    }
}
