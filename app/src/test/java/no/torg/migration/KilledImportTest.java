package no.torg.migration;

import static no.torg.db.cases.Tables.CASE_ALIAS;
import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.events.Tables.EVENT;
import static no.torg.db.metrics.Tables.TALLY;
import static no.torg.db.migration.Tables.STAGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import no.torg.TorgTest;
import no.torg.migration.Runs.Run;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An import in a process of its own is killed without warning in the middle of its transactions; run again, it comes to what one undisturbed comes to. */
@TorgTest
@Import(Histories.class)
@Timeout(600)
class KilledImportTest {

    private static final Actor OPERATOR = Actor.system("operator");
    private static final int CASES = 2_400;
    private static final List<String> COURSE = List.of("Ny", "Arbeid", "Rar", "Ferdig", "Lukket");
    private static final int RECORDS = CASES * COURSE.size();
    private static final int SPOILT = 997;
    private static final Duration SOON = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss");

    @TempDir
    private Path folder;
    @Value("${torg.database.data}")
    private Path data;
    @Autowired
    private Histories histories;
    @Autowired
    private Imports imports;
    @Autowired
    private Runs runs;
    @Autowired
    private DSLContext db;
    @Autowired
    private ImportJob job;
    @Autowired
    private PlatformTransactionManager transactions;

    /** The running Torg would itself go on with an import that is left for half a minute. */
    @BeforeEach
    void stop() {
        job.stop();
    }

    @AfterEach
    void start() {
        job.start();
    }

    /** A case's records lie far apart in the file; some of all kinds cannot be read. */
    private Path log() {
        var lines = new ArrayList<>(List.of(SampleLog.HEADER));
        for (int nr = 0; nr < COURSE.size(); nr++) {
            for (int one = 0; one < CASES; one++) {
                var id = lines.size();
                var at = LocalDateTime.of(2024, 3, 1 + one % 20, 8, one % 60).plusHours(7L * nr * (1 + one % 3));
                lines.add("%d;S%05d;%d;%s;%s;Emne %d;%s;%s;%s;%s;%s;%s;%d".formatted(id, one, nr + 1, id % SPOILT == 0 ? "i går" : WRITTEN.format(at), "Ida", one % 7, one % 2 == 0 ? "Per" : "Kari",
                        nr == 0 ? "-" : "Ola", COURSE.get(nr), one % 3 == 0 ? "A" : "B", one % 5 == 0 ? "E-post" : "Telefon", (one + nr) % 4 == 0 ? "Nett" : "Drift", nr));
            }
        }
        return Histories.file(folder, "log.csv", String.join("\n", lines) + "\n");
    }

    private Process started(Tenant tenant, Path mapping, Path log) throws IOException {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "no.torg.Torg", "import", "eventlog", "--tenant", tenant.slug(), "--owner", "adm@" + tenant.slug() + ".no", "--mapping",
                mapping.toString(), log.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(printed().toFile()));
        builder.environment().put("TORG_DATA", data.toAbsolutePath().toString());
        return builder.start();
    }

    private Path printed() {
        return folder.resolve("printed.txt");
    }

    private Run run(Tenant tenant) throws Exception {
        return tenant.call(() -> runs.newest(1)).getFirst();
    }

    /** Runs the import until it has come so far, lets it run into {@code hold} within its next transaction, and kills it there. Gives how it then stands. */
    private Run killed(Tenant tenant, Path mapping, Path log, Predicate<Run> far, Runnable hold) throws Exception {
        var process = started(tenant, mapping, log);
        try {
            await().atMost(PATIENCE).pollInterval(SOON).until(() -> {
                assertThat(process.isAlive()).as(this::said).isTrue();
                return tenant.call(() -> runs.newest(1)).stream().anyMatch(far);
            });
            tenant.run(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                hold.run();
                await().atMost(PATIENCE).pollInSameThread().pollInterval(SOON).until(this::somebodyWaits);
                process.destroyForcibly();
                process.onExit().join();
            }));
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as("SIGKILL").isEqualTo(128 + 9);
        return run(tenant);
    }

    private boolean somebodyWaits() {
        return db.fetchCount(DSL.table("pg_locks"), DSL.condition("not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")) > 0;
    }

    private String said() {
        try {
            return Files.readString(printed());
        } catch (IOException failed) {
            return failed.toString();
        }
    }

    /** What a chunk of the file writes last. */
    private void holdRun() {
        runs.lock(runs.newest(1).getFirst().id());
    }

    /** What a batch of cases writes when the cases and their events are written already: the figure that each batch adds to. */
    private void holdFigures() {
        db.select(TALLY.N).from(TALLY).where(Tenant.owns(TALLY.TENANT_ID)).orderBy(TALLY.N.desc()).limit(1).forUpdate().fetch();
    }

    private void nothingIsHalf(Tenant tenant, Run run) {
        tenant.run(() -> {
            assertThat((long) db.fetchCount(CASE_FILE, Tenant.owns(CASE_FILE.TENANT_ID))).isEqualTo(run.counts().cases());
            assertThat((long) db.fetchCount(EVENT, Tenant.owns(EVENT.TENANT_ID), EVENT.ORIGIN.eq("import"))).isEqualTo(run.counts().events());
            assertThat((long) db.fetchCount(STAGED, Tenant.owns(STAGED.TENANT_ID))).isEqualTo(run.readTo() - run.counts().rejected());
        });
    }

    @Test
    void what_was_killed_and_run_again_comes_to_the_same() throws Exception {
        var mapping = Histories.file(folder, "mapping.yaml", SampleLog.MAPPING);
        var log = log();
        var calm = histories.tenant("uforstyrret", "Europe/Oslo");
        assertThat(histories.bring(calm, mapping, log).err()).isEmpty();
        var tenant = histories.tenant("drept", "Europe/Oslo");

        var reading = killed(tenant, mapping, log, run -> run.readTo() > 0, this::holdRun);
        assertThat(reading.state()).isEqualTo("reading");
        // all of it where the machine is so quick that the last chunk is in before it is held; then it is held where it would say so
        assertThat(reading.readTo()).isBetween(1L, (long) RECORDS);
        nothingIsHalf(tenant, reading);
        for (var share : List.of(1, RECORDS / 2)) {
            var working = killed(tenant, mapping, log, run -> run.counts().worked() >= share, this::holdFigures);
            assertThat(working.state()).isEqualTo("working");
            assertThat(working.counts().worked()).isBetween((long) share, RECORDS - RECORDS / SPOILT - 1L);
            nothingIsHalf(tenant, working);
        }
        var last = histories.bring(tenant, mapping, log);

        assertThat(last.err()).isEmpty();
        assertThat(last.out()).contains("goes on where it stopped").contains("%,d cases new, %,d events new, 0 there already, %d rejected".formatted(CASES, RECORDS - RECORDS / SPOILT, RECORDS / SPOILT));
        assertSame(tenant, calm);
        assertThat(histories.said("figures", "check", "--tenant", tenant.slug()).out()).contains("no difference");
        assertThat(histories.said("replay", "--tenant", tenant.slug()).out()).contains(CASES + " cases", "no difference");
        assertThat(histories.bring(tenant, mapping, log).out()).contains("0 cases new, 0 events new");
        assertThat(histories.kpi(tenant)).isEqualTo(histories.kpi(calm));
    }

    private void assertSame(Tenant tenant, Tenant calm) throws Exception {
        assertThat(histories.kpi(tenant)).isEqualTo(histories.kpi(calm));
        assertThat(run(tenant).counts()).isEqualTo(run(calm).counts());
        assertThat(tenant.call(() -> imports.rejected(OPERATOR, runs.newest(1).getFirst().id(), 0, RECORDS))).isEqualTo(calm.call(() -> imports.rejected(OPERATOR, runs.newest(1).getFirst().id(), 0, RECORDS)));
        assertThat(tenant.call(() -> imports.unmapped(OPERATOR, runs.newest(1).getFirst().id()))).isNotEmpty().isEqualTo(calm.call(() -> imports.unmapped(OPERATOR, runs.newest(1).getFirst().id())));
        assertThat(tenant.call(this::cases)).hasSize(CASES).isEqualTo(calm.call(this::cases));
        assertThat(tenant.call(this::events)).isEqualTo(calm.call(this::events));
        assertThat(tenant.call(this::figures)).isEqualTo(calm.call(this::figures));
        assertThat(tenant.<Integer>call(() -> db.fetchCount(STAGED, Tenant.owns(STAGED.TENANT_ID)))).isZero();
    }

    /** The cases by the other system's numbers, without what is a tenant's own. */
    private List<String> cases() {
        var c = CASE_FILE;
        return db.select(CASE_ALIAS.VALUE, c.TITLE, c.STATE, c.SUB_STATE, c.STATE_SINCE, c.PRIORITY, c.CHANNEL, c.OPENED_AT, c.UPDATED_AT, c.RESOLVED_AT, c.CLOSED_AT, c.HAND_OVERS, c.RETURNS, c.REOPENINGS,
                c.LABELS, c.FIELDS).from(c).join(CASE_ALIAS).on(CASE_ALIAS.TENANT_ID.eq(c.TENANT_ID), CASE_ALIAS.CASE_ID.eq(c.ID)).where(Tenant.owns(c.TENANT_ID))
                .orderBy(CASE_ALIAS.VALUE).fetch(row -> row.intoList().toString());
    }

    private List<String> events() {
        var facts = DSL.field("{0} - '{service,team,handler,requester}'::text[]", String.class, EVENT.DATA);
        return db.select(CASE_ALIAS.VALUE, EVENT.AT, EVENT.TYPE, facts).from(EVENT).join(CASE_ALIAS).on(CASE_ALIAS.TENANT_ID.eq(EVENT.TENANT_ID), CASE_ALIAS.CASE_ID.eq(EVENT.SUBJECT_ID))
                .where(Tenant.owns(EVENT.TENANT_ID)).orderBy(CASE_ALIAS.VALUE, EVENT.AT, facts).fetch(row -> row.intoList().toString());
    }

    private List<String> figures() {
        return db.select(TALLY.MEASURE, TALLY.DAY, TALLY.MINUTES, DSL.sum(TALLY.N)).from(TALLY).where(Tenant.owns(TALLY.TENANT_ID)).groupBy(TALLY.MEASURE, TALLY.DAY, TALLY.MINUTES)
                .orderBy(TALLY.MEASURE, TALLY.DAY, TALLY.MINUTES).fetch(row -> row.intoList().toString());
    }
}
