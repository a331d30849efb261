package no.torg.conversations;

import static no.torg.db.conversations.Tables.DRAFT;
import static no.torg.db.conversations.Tables.MESSAGE;
import static no.torg.db.conversations.Tables.MESSAGE_FILE;
import static no.torg.db.conversations.Tables.READ_MARK;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.people.PersonReads;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Read pieces of conversations, which a page's owner composes into its one statement behind its own access condition. */
public final class MessageReads {

    /** The most messages shown at once; older ones are asked for by number. */
    public static final int AT_MOST = 100;

    private MessageReads() {
    }

    /** A message as a page shows it. */
    public record Message(UUID id, int seq, @Nullable UUID authorId, @Nullable String author, String audience, String channel, String body, Instant at,
            List<File> files) {

        /** Whether only staff may see it. */
        public boolean internal() {
            return audience.equals("internal");
        }
    }

    /** An attachment; {@code id} finds it for who may see its message. */
    public record File(UUID id, String name, String mediaType, long size) {
    }

    /** A text typed and not sent. */
    public record Draft(String audience, String body, Instant savedAt) {
    }

    /** The last messages of the thread below {@code before}, oldest first; internal ones only for staff. */
    public static Field<List<Message>> of(Field<UUID> thread, boolean staff, int before) {
        return of(thread, staff ? DSL.trueCondition() : DSL.falseCondition(), before);
    }

    /** The same, where the row itself decides whether the reader is staff. */
    public static Field<List<Message>> of(Field<UUID> thread, Condition staff, int before) {
        var m = MESSAGE.as("m");
        var newest = DSL.select(m.ID, m.SEQ, m.AUTHOR_ID, PersonReads.name(m.AUTHOR_ID).as("author"), m.AUDIENCE, m.CHANNEL, m.BODY, m.AT, files(m.ID).as("files"))
                .from(m).where(Tenant.owns(m.TENANT_ID), m.THREAD_ID.eq(thread), m.SEQ.lt(before), audible(m.AUDIENCE, staff))
                .orderBy(m.SEQ.desc()).limit(AT_MOST);
        return DSL.multiset(newest).convertFrom(rows -> rows.map(Records.mapping(Message::new)).reversed());
    }

    /** A message as the search needs it. */
    public record Said(UUID id, boolean internal, String body, Instant at) {
    }

    /** Every message of the thread, for the search index alone; at most a thousand. */
    public static Field<List<Said>> said(Field<UUID> thread) {
        return DSL.multiset(DSL.select(MESSAGE.ID, MESSAGE.AUDIENCE.eq(Audience.INTERNAL.code()), MESSAGE.BODY, MESSAGE.AT).from(MESSAGE)
                .where(Tenant.owns(MESSAGE.TENANT_ID), MESSAGE.THREAD_ID.eq(thread)).orderBy(MESSAGE.SEQ).limit(1_000))
                .convertFrom(rows -> rows.map(Records.mapping(Said::new)));
    }

    /** The actor's drafts on the thread: at most a reply and a note. */
    public static Field<List<Draft>> drafts(Actor actor, Field<UUID> thread) {
        return DSL.multiset(DSL.select(DRAFT.AUDIENCE, DRAFT.BODY, DRAFT.SAVED_AT).from(DRAFT)
                .where(Tenant.owns(DRAFT.TENANT_ID), DRAFT.PERSON_ID.eq(actor.id()), DRAFT.THREAD_ID.eq(thread)))
                .convertFrom(rows -> rows.map(Records.mapping(Draft::new)));
    }

    /** Somebody else's reading: how far, and when. */
    public record Reader(String name, int seq, Instant at) {
    }

    /** How far others than the actor have read the thread, the latest first; at most twenty. */
    public static Field<List<Reader>> readers(Actor actor, Field<UUID> thread) {
        return DSL.multiset(DSL.select(PersonReads.name(READ_MARK.PERSON_ID), READ_MARK.SEQ, READ_MARK.AT).from(READ_MARK)
                .where(Tenant.owns(READ_MARK.TENANT_ID), READ_MARK.THREAD_ID.eq(thread), READ_MARK.PERSON_ID.ne(actor.id()))
                .orderBy(READ_MARK.AT.desc()).limit(20)).convertFrom(rows -> rows.map(Records.mapping(Reader::new)));
    }

    /** How far the actor has read the thread; 0 is not at all. */
    public static Field<Integer> readTo(Actor actor, Field<UUID> thread) {
        return DSL.coalesce(DSL.field(DSL.select(READ_MARK.SEQ).from(READ_MARK)
                .where(Tenant.owns(READ_MARK.TENANT_ID), READ_MARK.THREAD_ID.eq(thread), READ_MARK.PERSON_ID.eq(actor.id()))), DSL.inline(0));
    }

    /** How many messages the thread has for this reader. */
    public static Field<Integer> count(Field<UUID> thread, Condition staff) {
        return DSL.field(DSL.selectCount().from(MESSAGE).where(Tenant.owns(MESSAGE.TENANT_ID), MESSAGE.THREAD_ID.eq(thread),
                audible(MESSAGE.AUDIENCE, staff)));
    }

    private static Condition audible(Field<String> audience, Condition staff) {
        return audience.eq(Audience.PUBLIC.code()).or(staff);
    }

    /** All that hangs on the thread's messages, the newest first, at most 100. */
    public static Field<List<File>> files(Field<UUID> thread, Condition staff) {
        return DSL.multiset(DSL.select(MESSAGE_FILE.ID, MESSAGE_FILE.NAME, MESSAGE_FILE.MEDIA_TYPE, MESSAGE_FILE.SIZE).from(MESSAGE)
                .join(MESSAGE_FILE).on(MESSAGE_FILE.TENANT_ID.eq(MESSAGE.TENANT_ID), MESSAGE_FILE.MESSAGE_ID.eq(MESSAGE.ID))
                .where(Tenant.owns(MESSAGE.TENANT_ID), MESSAGE.THREAD_ID.eq(thread), audible(MESSAGE.AUDIENCE, staff))
                .orderBy(MESSAGE.SEQ.desc(), MESSAGE_FILE.POSITION).limit(AT_MOST)).convertFrom(rows -> rows.map(Records.mapping(File::new)));
    }

    private static Field<List<File>> files(Field<UUID> message) {
        return DSL.multiset(DSL.select(MESSAGE_FILE.ID, MESSAGE_FILE.NAME, MESSAGE_FILE.MEDIA_TYPE, MESSAGE_FILE.SIZE).from(MESSAGE_FILE)
                .where(Tenant.owns(MESSAGE_FILE.TENANT_ID), MESSAGE_FILE.MESSAGE_ID.eq(message)).orderBy(MESSAGE_FILE.POSITION))
                .convertFrom(rows -> rows.map(Records.mapping(File::new)));
    }
}
