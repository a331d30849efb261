package no.torg.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.tenancy.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Followers get the log once and in order, from where they say they are. */
@TorgTest
class FollowersTest {

    @Autowired
    private World world;
    @Autowired
    private EventLog log;
    @Autowired
    private Database database;
    @Autowired
    private JsonMapper json;
    @Autowired
    private Wake wake;
    @Autowired
    private PlatformTransactionManager transactions;

    private @Nullable Followers followers;

    /** Notes what it gets; keeps a position that a test can take away. */
    private static final class Listener implements Follower {

        final List<UUID> got = new CopyOnWriteArrayList<>();
        volatile Optional<Position> position = Optional.empty();
        volatile boolean failing;
        private final boolean fromTheBeginning;

        Listener(boolean fromTheBeginning) {
            this.fromTheBeginning = fromTheBeginning;
        }

        @Override
        public String name() {
            return "listener";
        }

        @Override
        public Optional<Position> position() {
            return position;
        }

        @Override
        public boolean fromTheBeginning() {
            return fromTheBeginning;
        }

        @Override
        public void follow(List<Event> events, Position reached) {
            if (failing) {
                throw new IllegalStateException("failing");
            }
            events.forEach(event -> got.add(event.id()));
            if (fromTheBeginning) {
                position = Optional.of(reached);
            }
        }
    }

    @AfterEach
    void stop() {
        if (followers != null) {
            followers.stop();
        }
    }

    private Listener started(Listener listener) {
        followers = new Followers(database, json, List.of(listener), wake);
        followers.start();
        await().until(() -> followers.lag("listener") == 0);
        return listener;
    }

    private UUID append(String tenant) {
        return world.at(tenant, () -> new TransactionTemplate(transactions).execute(status -> {
            var event = NewEvent.of("note", UUID.randomUUID(), "notes.written", null, Instant.now(), Map.of());
            log.append(event);
            return event.id();
        }));
    }

    private void followsUpTo(Listener listener, UUID event) {
        await().untilAsserted(() -> assertThat(listener.got).contains(event));
    }

    @Test
    void one_from_the_beginning_gets_all_tenants_events_once() {
        var first = append("handler");
        var listener = started(new Listener(true));
        assertThat(listener.got).contains(first);

        var second = append("solheim:handler");
        followsUpTo(listener, second);

        assertThat(listener.got).doesNotHaveDuplicates();
        assertThat(listener.got.indexOf(first)).isLessThan(listener.got.indexOf(second));
    }

    @Test
    void one_that_listens_live_gets_only_what_is_new() {
        var before = append("handler");
        var listener = started(new Listener(false));

        var after = append("handler");
        followsUpTo(listener, after);

        assertThat(listener.got).doesNotContain(before).doesNotHaveDuplicates();
    }

    @Test
    void one_that_lost_what_it_had_gets_it_again_while_running() {
        var event = append("handler");
        var listener = started(new Listener(true));
        listener.got.clear();

        listener.position = Optional.empty();

        followsUpTo(listener, event);
    }

    @Test
    void a_position_of_another_epoch_means_the_beginning() {
        var event = append("handler");
        var listener = new Listener(true);
        listener.position = Optional.of(new Position(-1, Long.MAX_VALUE / 2, new UUID(-1, -1)));

        started(listener);

        assertThat(listener.got).contains(event);
    }

    @Test
    void a_failure_skips_nothing() {
        var listener = started(new Listener(true));
        listener.failing = true;
        var event = append("handler");
        await().until(() -> followers.lag("listener") > 0);

        listener.failing = false;

        followsUpTo(listener, event);
        assertThat(listener.got).doesNotHaveDuplicates();
    }
}
