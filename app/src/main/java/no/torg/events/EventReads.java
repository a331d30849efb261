package no.torg.events;

import static no.torg.db.events.Tables.EVENT;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

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
        var e = EVENT.as("e");
        var noun = DSL.jsonbGetAttributeAsText(e.DATA, "noun");
        var from = DSL.jsonbGetAttributeAsText(e.DATA, "from");
        var to = DSL.jsonbGetAttributeAsText(e.DATA, "to");
        var nobody = DSL.castNull(String.class);
        var earlier = before == null ? DSL.noCondition() : DSL.row(e.AT, e.ID).lt(before.at(), before.id());
        return DSL.multiset(DSL.select(e.ID, e.AT, e.TYPE, e.INTERNAL, e.ACTOR_ID, nobody, noun, from, to, nobody, nobody, e.DATA)
                .from(e).where(Tenant.owns(e.TENANT_ID), e.SUBJECT_ID.eq(subject), e.INTERNAL.isFalse().or(staff), earlier)
                .orderBy(e.AT.desc(), e.ID.desc()).limit(limit)).convertFrom(rows -> rows.map(Records.mapping(Told::new)));
    }
}
