package no.torg.cases.replay;

import static no.torg.db.cases.Tables.REPLAY;
import static no.torg.db.cases.Tables.REPLAY_DIFFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.cases.replay.Comparison.Difference;
import no.torg.cases.replay.Comparison.Slice;
import no.torg.db.cases.tables.records.ReplayRecord;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Replays under way and done, as rows: how far each has come, who is on it, what it found. */
@Repository
class Replays {

    private static final int TOLD = 10;

    private final DSLContext db;

    Replays(DSLContext db) {
        this.db = db;
    }

    /**
     * A replay as it stands.
     *
     * @param night     null where an operator asked for it
     * @param teams     teams whose queue counts differ; null until they are compared, as figures are
     * @param figures   measures by service, team and month that differ
     */
    record Replay(UUID id, @Nullable LocalDate night, Instant began, @Nullable UUID comparedTo, long cases, long events, long differing, @Nullable Instant compared,
            @Nullable Long teams, @Nullable Long figures, @Nullable Instant ended, List<Difference> differences) {

        /** Whether everything is what the log says. */
        boolean good() {
            return ended != null && differing == 0 && Long.valueOf(0).equals(teams) && Long.valueOf(0).equals(figures);
        }
    }

    /** A replay that an operator asks for. */
    UUID begin() {
        var id = UuidCreator.getTimeOrderedEpoch();
        db.insertInto(REPLAY).set(REPLAY.TENANT_ID, Tenant.current().id()).set(REPLAY.ID, id).execute();
        return id;
    }

    /** That of a night, however many begin it. */
    void begin(LocalDate night) {
        db.insertInto(REPLAY).set(REPLAY.TENANT_ID, Tenant.current().id()).set(REPLAY.ID, UuidCreator.getTimeOrderedEpoch()).set(REPLAY.NIGHT, night)
                .onConflictDoNothing().execute();
    }

    /** The nights' replays that have not come to their end, the oldest first. */
    List<UUID> unfinished() {
        return db.select(REPLAY.ID).from(REPLAY).where(Tenant.owns(REPLAY.TENANT_ID), REPLAY.NIGHT.isNotNull(), REPLAY.ENDED_AT.isNull()).orderBy(REPLAY.NIGHT)
                .fetch(REPLAY.ID);
    }

    /** Takes the replay for so long, or goes on holding it; empty while another holds it, or when it has ended. */
    Optional<Replay> hold(UUID id, UUID worker, Duration hold) {
        var held = db.update(REPLAY).set(REPLAY.HELD_BY, worker).set(REPLAY.HELD_UNTIL, in(hold))
                .where(one(id), REPLAY.ENDED_AT.isNull(), REPLAY.HELD_BY.isNull().or(REPLAY.HELD_BY.eq(worker)).or(REPLAY.HELD_UNTIL.lt(in(Duration.ZERO)))).execute();
        return held == 0 ? Optional.empty() : Optional.of(get(id));
    }

    /** Lets it go, so that another may go on at once. */
    void release(UUID id, UUID worker) {
        db.update(REPLAY).setNull(REPLAY.HELD_BY).setNull(REPLAY.HELD_UNTIL).where(one(id), REPLAY.HELD_BY.eq(worker)).execute();
    }

    /** Keeps what a slice came to, unless another has gone on from the same place meanwhile. */
    @Transactional
    public void note(Replay before, UUID worker, Slice slice) {
        var noted = db.update(REPLAY).set(REPLAY.COMPARED_TO, slice.upTo()).set(REPLAY.CASES, REPLAY.CASES.plus(slice.cases()))
                .set(REPLAY.EVENTS, REPLAY.EVENTS.plus(slice.events())).set(REPLAY.DIFFERING, REPLAY.DIFFERING.plus(slice.differing()))
                .set(REPLAY.COMPARED_AT, slice.upTo() == null ? in(Duration.ZERO) : DSL.castNull(SQLDataType.INSTANT))
                .where(one(before.id()), REPLAY.HELD_BY.eq(worker), REPLAY.COMPARED_AT.isNull(), REPLAY.COMPARED_TO.isNotDistinctFrom(before.comparedTo())).execute();
        var nth = before.differences().size();
        for (int i = 0; noted == 1 && i < Math.min(slice.told().size(), TOLD - nth); i++) {
            var one = slice.told().get(i);
            db.insertInto(REPLAY_DIFFERENCE).set(REPLAY_DIFFERENCE.TENANT_ID, Tenant.current().id()).set(REPLAY_DIFFERENCE.REPLAY_ID, before.id())
                    .set(REPLAY_DIFFERENCE.NTH, nth + i + 1).set(REPLAY_DIFFERENCE.CASE_ID, one.caseId()).set(REPLAY_DIFFERENCE.NOUN, one.noun())
                    .set(REPLAY_DIFFERENCE.KEPT, one.kept()).set(REPLAY_DIFFERENCE.REPLAYED, one.replayed()).execute();
        }
    }

    /** Keeps what the counts and the figures came to, which ends it. */
    void end(UUID id, UUID worker, long teams, long figures) {
        db.update(REPLAY).set(REPLAY.TEAMS_DIFFERING, teams).set(REPLAY.FIGURES_DIFFERING, figures).set(REPLAY.ENDED_AT, in(Duration.ZERO))
                .setNull(REPLAY.HELD_BY).setNull(REPLAY.HELD_UNTIL).where(one(id), REPLAY.HELD_BY.eq(worker)).execute();
    }

    Replay get(UUID id) {
        return replay(db.selectFrom(REPLAY).where(one(id)).fetchSingle());
    }

    /** The newest of the bound tenant. */
    List<Replay> newest(int limit) {
        return db.selectFrom(REPLAY).where(Tenant.owns(REPLAY.TENANT_ID)).orderBy(REPLAY.BEGAN_AT.desc(), REPLAY.ID.desc()).limit(limit).fetch().map(this::replay);
    }

    private Replay replay(ReplayRecord row) {
        var d = REPLAY_DIFFERENCE;
        var differences = db.selectFrom(d).where(Tenant.owns(d.TENANT_ID), d.REPLAY_ID.eq(row.getId())).orderBy(d.NTH)
                .fetch(one -> new Difference(one.getCaseId(), one.getNoun(), one.getKept(), one.getReplayed()));
        return new Replay(row.getId(), row.getNight(), row.getBeganAt(), row.getComparedTo(), row.getCases(), row.getEvents(), row.getDiffering(), row.getComparedAt(),
                row.getTeamsDiffering(), row.getFiguresDiffering(), row.getEndedAt(), differences);
    }

    private static Condition one(UUID id) {
        return Tenant.owns(REPLAY.TENANT_ID).and(REPLAY.ID.eq(id));
    }

    /** By the database's clock, the one that all nodes share. */
    private static Field<Instant> in(Duration time) {
        return DSL.field("clock_timestamp() + {0} * interval '1 second'", SQLDataType.INSTANT, DSL.val(time.toSeconds()));
    }
}
