package no.torg.events;

import static no.torg.db.events.Tables.EVENT;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import no.torg.db.events.tables.Event;
import no.torg.tenancy.Piece;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Read pieces of the log, which a page's owner composes into its one statement behind its own access condition. */
public final class EventReads {

    private static final Event E = EVENT.as("e");
    private static final Piece<List<Told>> TOLD = Piece.of(() -> told(Piece.hole(0, SQLDataType.UUID), Piece.hole(1), Piece.hole(2), Piece.hole(3, SQLDataType.INTEGER)));

    private EventReads() {
    }

    /**
     * What happened to a subject, as a page tells it.
     *
     * @param noun what was changed, {@code from} one value {@code to} another, where the event says so; ids are named
     */
    public record Told(UUID id, Instant at, String type, boolean internal, @Nullable UUID actorId, @Nullable String actor, @Nullable String noun,
            @Nullable String from, @Nullable String to, @Nullable String fromName, @Nullable String toName, JSONB data) {

        /** The same with its actor named, and what was changed from and to. */
        public Told named(@Nullable String by, @Nullable String fromNamed, @Nullable String toNamed) {
            return new Told(id, at, type, internal, actorId, by, noun, from, to, fromNamed, toNamed, data);
        }
    }

    /** The place in a history that a page of it ended at. */
    public record Before(Instant at, UUID id) {
    }

    /** The last events of the subject before that place, newest first, at most {@code limit}, nobody in them named; internal ones only where {@code staff} holds. */
    public static Field<List<Told>> of(Field<UUID> subject, Condition staff, @Nullable Before before, int limit) {
        var earlier = before == null ? DSL.trueCondition() : DSL.row(E.AT, E.ID).lt(before.at(), before.id());
        return TOLD.with(subject, staff, earlier, DSL.val(limit));
    }

    private static Field<List<Told>> told(Field<UUID> subject, Condition staff, Condition earlier, Field<Integer> limit) {
        var noun = DSL.jsonbGetAttributeAsText(E.DATA, DSL.inline("noun"));
        var from = DSL.jsonbGetAttributeAsText(E.DATA, DSL.inline("from"));
        var to = DSL.jsonbGetAttributeAsText(E.DATA, DSL.inline("to"));
        var nobody = DSL.castNull(String.class);
        return DSL.multiset(DSL.select(E.ID, E.AT, E.TYPE, E.INTERNAL, E.ACTOR_ID, nobody, noun, from, to, nobody, nobody, E.DATA)
                .from(E).where(Tenant.owns(E.TENANT_ID), E.SUBJECT_ID.eq(subject), E.INTERNAL.isFalse().or(staff), earlier)
                .orderBy(E.AT.desc(), E.ID.desc()).limit(limit)).convertFrom(rows -> rows.map(Records.mapping(Told::new)));
    }
}
