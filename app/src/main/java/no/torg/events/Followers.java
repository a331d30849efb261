package no.torg.events;

import static no.torg.db.events.Tables.EPOCH;
import static no.torg.db.events.Tables.EVENT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import no.torg.tenancy.Database;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds this node's followers by position, never past a transaction still open: {@code (xid, id) > last and xid < pg_snapshot_xmin}, so
 * that what commits late is not skipped. Wakes after commits, polls as the safety net.
 */
@Component
@ConditionalOnWebApplication
public class Followers implements SmartLifecycle {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GATHER = Duration.ofMillis(50);
    private static final int BATCH = 1_000;
    private static final Field<Long> XID = DSL.field("{0}::text::bigint", Long.class, EVENT.XID);

    private final DSLContext across;
    private final EventRows rows;
    private final List<Loop> loops = new ArrayList<>();
    private final ConcurrentHashMap<String, Position> reached = new ConcurrentHashMap<>();
    private volatile @Nullable Integer epoch;
    private volatile boolean running;

    Followers(Database database, JsonMapper json, List<Follower> followers, Wake wake) {
        this.across = database.worker();
        this.rows = new EventRows(json);
        for (var follower : followers) {
            var loop = new Loop("torg-follower-" + follower.name(), POLL, GATHER, () -> feed(follower));
            loops.add(loop);
            wake.add(loop::wake);
        }
    }

    /** How many rows of the log the follower has not read yet; counted to 100,000 at most. */
    public int lag(String follower) {
        var position = reached.get(follower);
        return position == null ? Integer.MAX_VALUE
                : across.fetchCount(across.selectOne().from(EVENT).where(after(position)).limit(100_000));
    }

    @Override
    public void start() {
        running = true;
        loops.forEach(Loop::start);
    }

    @Override
    public void stop() {
        running = false;
        loops.forEach(Loop::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void feed(Follower follower) {
        try {
            var position = position(follower);
            reached.put(follower.name(), position);
            var given = false;
            var more = true;
            while (more && running) {
                var found = across.select(EventRows.NEWS).select(XID.as("position")).from(EVENT)
                        .where(after(position)).and("xid < pg_snapshot_xmin(pg_current_snapshot())")
                        .orderBy(EVENT.XID, EVENT.ID).limit(BATCH).fetch();
                if (!found.isEmpty()) {
                    position = new Position(position.epoch(), found.getLast().get("position", Long.class), found.getLast().get(EVENT.ID));
                    follower.follow(found.map(rows::event), position);
                    given = true;
                }
                more = found.size() == BATCH;
                if (given && !more) {
                    follower.caughtUp();
                }
                reached.put(follower.name(), position);
            }
        } catch (RuntimeException failed) {
            // The database may have been restored or failed over meanwhile, and then the log's epoch is another
            epoch = null;
            throw failed;
        }
    }

    /** A follower that keeps its position is asked each time: it may have lost what it had. */
    private Position position(Follower follower) {
        var known = epoch;
        int now = known == null ? readEpoch() : known;
        epoch = now;
        var before = follower.position().or(() -> Optional.ofNullable(follower.fromTheBeginning() ? null : reached.get(follower.name())));
        return before.filter(position -> position.epoch() == now)
                .orElseGet(() -> follower.fromTheBeginning() ? begin(follower, now) : end(now));
    }

    private Position begin(Follower follower, int now) {
        var end = end(now);
        return follower.begin(end, () -> running) ? end : Position.start(now);
    }

    private static Condition after(Position position) {
        return DSL.condition("(xid, id) > (({0}::text)::xid8, {1})", DSL.val(Long.toString(position.xid())), DSL.val(position.id(), UUID.class));
    }

    private int readEpoch() {
        return across.select(EPOCH.EPOCH_).from(EPOCH).fetchSingle().value1();
    }

    private Position end(int now) {
        var xmin = across.resultQuery("select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint) - 1").fetchSingle(0, Long.class);
        return new Position(now, xmin, new UUID(-1, -1));
    }
}
