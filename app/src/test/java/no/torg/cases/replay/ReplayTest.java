package no.torg.cases.replay;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.REPLAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.cases.CaseWalk;
import no.torg.cases.replay.Comparison.Difference;
import no.torg.cases.replay.Replays.Replay;
import no.torg.tenancy.Tenant;
import no.torg.verbs.Verbs;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever happened to the cases, their rows say what their log says; what is changed behind its back is found. */
@TorgTest
class ReplayTest {

    private static boolean walked;

    @Autowired
    private World world;
    @Autowired
    private ListableBeanFactory beans;
    @Autowired
    private Replaying replaying;
    @Autowired
    private Replays replays;
    @Autowired
    private Verbs verbs;
    @Autowired
    private DSLContext db;

    @BeforeEach
    void walk() {
        if (!walked) {
            new CaseWalk(world, beans, 20).walk(600, Duration.ofDays(60));
            walked = true;
        }
    }

    private <T> T here(Supplier<T> work) {
        return world.at("fjordvik:", work::get);
    }

    private Replay replayed() {
        return here(() -> replaying.work(replays.begin(), 50, () -> true));
    }

    private UUID movedTwice() {
        return here(() -> db.select(CASE_FILE.ID).from(CASE_FILE).where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.HAND_OVERS.gt((short) 1)).orderBy(CASE_FILE.ID).limit(1)
                .fetchSingle().value1());
    }

    private <T> T set(UUID id, Field<T> field, T value) {
        return here(() -> {
            var mine = Tenant.owns(CASE_FILE.TENANT_ID).and(CASE_FILE.ID.eq(id));
            var before = db.select(field).from(CASE_FILE).where(mine).fetchSingle().value1();
            db.update(CASE_FILE).set(field, value).where(mine).execute();
            return before;
        });
    }

    private long rows() {
        return here(() -> (long) db.fetchCount(CASE_FILE, Tenant.owns(CASE_FILE.TENANT_ID)));
    }

    @Test
    void after_a_random_walk_every_row_is_what_its_events_say() {
        var done = replayed();

        assertThat(done.differences()).isEmpty();
        assertThat(done.good()).isTrue();
        assertThat(done.cases()).isEqualTo(rows()).isGreaterThan(100);
        assertThat(done.events()).isGreaterThan(600);
        assertThat(verbs.run("replay", "--tenant", "fjordvik")).isZero();
    }

    @Test
    void a_row_changed_behind_the_logs_back_is_told_column_by_column_and_the_verb_says_no() {
        var id = movedTwice();
        var handOvers = set(id, CASE_FILE.HAND_OVERS, (short) 0);
        var since = set(id, CASE_FILE.STATE_SINCE, Instant.parse("2020-01-01T00:00:00Z"));
        try {
            var done = replayed();
            assertThat(done.good()).isFalse();
            assertThat(done.differing()).isEqualTo(1);
            assertThat(done.differences()).containsExactlyInAnyOrder(new Difference(id, "hand_overs", "0", handOvers.toString()),
                    new Difference(id, "state_since", "2020-01-01T00:00:00Z", since.toString()));
            assertThat(verbs.run("replay", "--tenant", "fjordvik")).isEqualTo(1);
            var told = new ByteArrayOutputStream();
            assertThat(verbs.run(new PrintStream(told, true, StandardCharsets.UTF_8), System.err, "replay", "show")).isZero();
            assertThat(told.toString(StandardCharsets.UTF_8)).contains("1 cases, 0 teams' counts and 0 measures", "hand_overs: kept 0, replayed " + handOvers);
        } finally {
            set(id, CASE_FILE.HAND_OVERS, handOvers);
            set(id, CASE_FILE.STATE_SINCE, since);
        }
        assertThat(replayed().good()).isTrue();
    }

    @Test
    void what_a_crash_broke_off_another_goes_on_with_where_it_stood_when_the_time_of_the_first_is_out() {
        var slices = new AtomicInteger();
        var id = here(replays::begin);
        assertThatThrownBy(() -> here(() -> replaying.work(id, 20, () -> {
            if (slices.incrementAndGet() == 3) {
                throw new IllegalStateException("The node is gone");
            }
            return true;
        }))).hasMessage("The node is gone");
        var broken = here(() -> replays.get(id));
        assertThat(broken.cases()).isEqualTo(40);

        assertThat(here(() -> replaying.work(id, 20, () -> true)).cases()).isEqualTo(40);
        here(() -> db.update(REPLAY).set(REPLAY.HELD_UNTIL, Instant.now().minusSeconds(1)).where(Tenant.owns(REPLAY.TENANT_ID), REPLAY.ID.eq(id)).execute());
        var done = here(() -> replaying.work(id, 20, () -> true));

        assertThat(done.good()).isTrue();
        assertThat(done.cases()).isEqualTo(rows());
    }

    @Test
    void a_stop_lets_it_go_at_once() {
        var id = here(replays::begin);
        assertThat(here(() -> replaying.work(id, 20, () -> false)).ended()).isNull();
        assertThat(here(() -> replaying.work(id, 50, () -> true)).good()).isTrue();
    }

    @Test
    void a_night_has_one_replay_however_many_begin_it() {
        var night = LocalDate.of(2001, 2, 3);
        here(() -> {
            replays.begin(night);
            replays.begin(night);
            assertThat(replays.unfinished()).hasSize(1);
            assertThat(replaying.work(replays.unfinished().getFirst(), 200, () -> true).night()).isEqualTo(night);
            replays.begin(night);
            assertThat(replays.unfinished()).isEmpty();
            return null;
        });
    }

    @Test
    void it_is_night_from_two_to_five_where_the_tenant_is() {
        var oslo = world.fjordvik().tenant();
        assertThat(NightlyReplay.night(oslo, Instant.parse("2026-07-01T00:30:00Z"))).contains(LocalDate.of(2026, 7, 1));
        assertThat(NightlyReplay.night(oslo, Instant.parse("2026-07-01T03:30:00Z"))).isEmpty();
        assertThat(NightlyReplay.night(oslo, Instant.parse("2026-01-01T00:30:00Z"))).isEmpty();
        assertThat(NightlyReplay.night(oslo, Instant.parse("2026-01-01T01:30:00Z"))).contains(LocalDate.of(2026, 1, 1));
    }
}
