package no.torg.cases;

import static no.torg.db.metrics.Tables.OCCURRENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.cases.CountedCases.Counted;
import no.torg.cases.CountedCases.Order;
import no.torg.metrics.Sight;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The cases behind a figure as a file: every row once, however many statements they need, and no connection kept by who reads slowly. */
@TorgTest
class CountedCasesTest {

    private static final String KIND = "counted-for-a-test";
    private static final UUID SCOPE = UUID.randomUUID();
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int READERS = 30;

    @Autowired
    private World world;
    @Autowired
    private CountedCases cases;
    @Autowired
    private DSLContext db;

    @BeforeEach
    void fill() {
        world.at("fjordvik:", () -> db.execute("""
                insert into metrics.occurrence (tenant_id, kind, scope_id, day, event_id, part_id, subject_id)
                select ?, ?, ?, ?::date + i % 3, gen_random_uuid(), gen_random_uuid(), gen_random_uuid() from generate_series(1, 2345) i""",
                Tenant.current().id(), KIND, SCOPE, FIRST));
    }

    @AfterEach
    void empty() {
        world.at("fjordvik:", () -> db.deleteFrom(OCCURRENCE).where(Tenant.owns(OCCURRENCE.TENANT_ID), OCCURRENCE.KIND.eq(KIND)).execute());
    }

    @Test
    void every_row_comes_once_the_newest_day_first() {
        var read = new ArrayList<UUID>();
        read(row -> read.add(row.id()));
        assertThat(read).hasSize(2345).isEqualTo(world.at("fjordvik:", () -> db.select(OCCURRENCE.EVENT_ID).from(OCCURRENCE)
                .where(Tenant.owns(OCCURRENCE.TENANT_ID), OCCURRENCE.KIND.eq(KIND)).orderBy(OCCURRENCE.DAY.desc(), OCCURRENCE.EVENT_ID.desc()).fetch(OCCURRENCE.EVENT_ID)));
    }

    @Test
    void many_who_read_slowly_hold_no_connection() throws Exception {
        var reading = new CountDownLatch(READERS);
        var on = new CountDownLatch(1);
        var readers = Stream.generate(() -> CompletableFuture.runAsync(() -> read(row -> {
            reading.countDown();
            await(on);
        }), Thread::startVirtualThread)).limit(READERS).toList();
        try {
            assertThat(reading.await(20, TimeUnit.SECONDS)).as("all have their first row at the same time").isTrue();
            assertThat(world.browser("kari-lunde").get("/work").status()).isEqualTo(200);
        } finally {
            on.countDown();
        }
        for (var reader : readers) {
            reader.get(30, TimeUnit.SECONDS);
        }
    }

    private void read(Consumer<Counted> taker) {
        world.at("fjordvik:", () -> {
            cases.each(world.actor("vilde-sorum"), Language.NB, CountedCases.of(Sight.all(SCOPE), KIND, FIRST, FIRST.plusDays(2), null), Order.NEWEST, taker);
            return null;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
