package no.torg.cases;

import static no.torg.db.metrics.Tables.TALLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.catalog.Services;
import no.torg.events.Event;
import no.torg.metrics.Cut;
import no.torg.metrics.Figure;
import no.torg.metrics.Metrics;
import no.torg.metrics.Sight;
import no.torg.metrics.Span.Step;
import no.torg.metrics.Span;
import no.torg.metrics.Sum;
import no.torg.metrics.Sums;
import no.torg.tenancy.Tenant;
import no.torg.verbs.Verbs;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The tallies say what the log says, whatever happened to the cases, and the catalogue tells the waiting times from them. */
@TorgTest
class CaseFiguresTest {

    @Autowired
    private World world;
    @Autowired
    private ListableBeanFactory beans;
    @Autowired
    private FiguresCheck check;
    @Autowired
    private CaseFigures figures;
    @Autowired
    private Metrics metrics;
    @Autowired
    private Sums sums;
    @Autowired
    private Services services;
    @Autowired
    private Verbs verbs;
    @Autowired
    private DSLContext db;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private JsonMapper json;

    private void walked(long seed) {
        new CaseWalk(world, beans, seed).walk(400, Duration.ofDays(60));
    }

    private long counted() {
        return world.at("fjordvik:", () -> db.select(DSL.sum(TALLY.N).cast(Long.class)).from(TALLY)
                .where(Tenant.owns(TALLY.TENANT_ID), TALLY.MEASURE.eq(CaseFigures.OPENED)).fetchOne(0, long.class));
    }

    private Event opening() {
        return new Event(world.fjordvik().tenant().id(), UUID.randomUUID(), CaseFile.KIND, UUID.randomUUID(), "cases.opened", false, null, null, Instant.now(), "test",
                json.valueToTree(Map.of("service", UUID.randomUUID(), "team", world.team("av"))));
    }

    @Test
    void after_a_random_walk_the_tallies_equal_a_recount_of_the_log() {
        walked(1);

        var report = world.at("fjordvik:", check::compare);

        assertThat(report.events()).isGreaterThan(150);
        assertThat(report.differences()).isEmpty();
        assertThat(report.differing()).isZero();
        assertThat(verbs.run("figures", "check")).isZero();
    }

    @Test
    void a_tally_that_was_changed_is_found_and_the_verb_says_no() {
        walked(2);
        change(1);
        try {
            assertThat(world.at("fjordvik:", check::compare).differences()).singleElement()
                    .satisfies(found -> assertThat(found.kept() - found.counted()).isEqualTo(1));
            assertThat(verbs.run("figures", "check")).isEqualTo(1);
        } finally {
            change(-1);
        }
        assertThat(world.at("fjordvik:", check::compare).differing()).isZero();
    }

    private void change(int by) {
        world.at("fjordvik:", () -> {
            var one = db.selectFrom(TALLY).where(Tenant.owns(TALLY.TENANT_ID), TALLY.MEASURE.eq(CaseFigures.OPENED)).orderBy(TALLY.DAY, TALLY.SCOPE_ID, TALLY.PART_ID).limit(1).fetchSingle();
            return db.update(TALLY).set(TALLY.N, TALLY.N.plus(by)).where(Tenant.owns(TALLY.TENANT_ID), TALLY.MEASURE.eq(one.getMeasure()),
                    TALLY.DAY.eq(one.getDay()), TALLY.SCOPE_ID.eq(one.getScopeId()), TALLY.PART_ID.eq(one.getPartId())).execute();
        });
    }

    @Test
    void a_batch_that_failed_counts_nothing_and_the_same_event_twice_counts_once() {
        world.settle();
        var before = counted();
        var event = opening();
        var broken = new Event(event.tenant(), UUID.randomUUID(), CaseFile.KIND, UUID.randomUUID(), "cases.opened", false, null, null, Instant.now(), "test", json.createObjectNode());
        world.at("fjordvik:", () -> {
            var transaction = new TransactionTemplate(transactions);
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                figures.deliver(List.of(event));
                figures.deliver(List.of(broken));
            })).hasMessageContaining("does not say whose it is");
            assertThat(counted()).isEqualTo(before);
            transaction.executeWithoutResult(status -> {
                figures.deliver(List.of(event, event));
                figures.deliver(List.of(event));
                assertThat(counted()).isEqualTo(before + 1);
                status.setRollbackOnly();
            });
            assertThat(counted()).isEqualTo(before);
            assertThatThrownBy(() -> figures.deliver(List.of(event))).isInstanceOf(IllegalTransactionStateException.class);
            return null;
        });
    }

    @Test
    void what_stands_is_the_same_by_months_and_by_days() {
        walked(4);
        var today = LocalDate.now(world.fjordvik().tenant().zone());
        var service = desk();
        for (var from : List.of(Span.BEGINNING, today.minusDays(50), today.minusDays(50).withDayOfMonth(1), today.minusDays(3), today)) {
            var found = world.at("fjordvik:", () -> metrics.figures(Sight.all(service), List.of(new Span(CaseFigures.BACKLOG, from, today, Step.WHOLE),
                    new Span(CaseFigures.BACKLOG, from, today, Step.DAY))));
            var byMonths = found.stream().filter(one -> one.span() == 0 && one.part() == null && one.bucket() == null).mapToLong(Figure::n).sum();
            var byDays = found.stream().filter(one -> one.span() == 1 && one.part() == null && one.bucket() != null).mapToLong(Figure::n).sum();
            assertThat(byMonths).as("from " + from).isEqualTo(byDays);
            assertThat(stock(service, from, today)).isEqualTo(byDays);
        }
        assertThat(world.at("fjordvik:", () -> metrics.figures(Sight.all(service), List.of(new Span(CaseFigures.BACKLOG, Span.BEGINNING, today, Step.WHOLE))))).isNotEmpty();
    }

    @Test
    void what_was_read_where_counting_was_taken_back_is_shown_to_nobody() {
        walked(6);
        world.at("fjordvik:", () -> {
            var before = opened();
            assertThat(before).isEqualTo(counted());
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                figures.deliver(List.of(opening(), opening()));
                assertThat(opened()).isEqualTo(before + 2);
                status.setRollbackOnly();
            });
            assertThat(opened()).isEqualTo(before);
            return null;
        });
        walked(7);
        assertThat(world.at("fjordvik:", this::opened)).isEqualTo(counted());
    }

    private long opened() {
        return sums.of(Sight.everything(), List.of(Cut.ever(CaseFigures.OPENED))).stream().mapToLong(Sum::n).sum();
    }

    private long stock(UUID service, LocalDate from, LocalDate to) {
        return world.at("fjordvik:", () -> sums.of(Sight.all(service), List.of(Cut.of(CaseFigures.BACKLOG, from, to, Step.WHOLE)))).stream().mapToLong(Sum::n).sum();
    }

    @Test
    void the_catalogue_tells_how_long_nine_of_ten_waited_and_how_many_asked() {
        walked(3);
        var service = desk();
        var waiting = new MeasuredWaiting(metrics, services);
        var measured = world.at("fjordvik:", () -> waiting.measured(service));
        assertThat(measured).isPresent();
        assertThat(measured.get().count()).isGreaterThanOrEqualTo(MeasuredWaiting.ENOUGH);
        assertThat(measured.get().nineOfTen()).isBetween(measured.get().half(), measured.get().longest());
        assertThat(world.at("fjordvik:", waiting::asked)).containsKey(service);
    }

    private UUID desk() {
        return world.at("fjordvik:", () -> services.bySlug("it-service-desk").orElseThrow().id());
    }
}
