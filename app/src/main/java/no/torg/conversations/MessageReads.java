package no.torg.conversations;

import static no.torg.db.conversations.Tables.DRAFT;
import static no.torg.db.conversations.Tables.MESSAGE;
import static no.torg.db.conversations.Tables.MESSAGE_FILE;
import static no.torg.db.conversations.Tables.READ_MARK;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.people.PersonReads;
import no.torg.tenancy.Piece;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Read pieces of conversations, which a page's owner composes into its one statement behind its own access condition. */
public final class MessageReads {

    /** The most messages shown at once; older ones are asked for by number. */
    public static final int AT_MOST = 100;

    private static final no.torg.db.conversations.tables.Message M = MESSAGE.as("m");
    private static final String MARKS = "marks";

    private static final Field<UUID> THREAD = Piece.hole(0, SQLDataType.UUID);
    private static final Field<UUID> READER = Piece.hole(1, SQLDataType.UUID);
    private static final Condition STAFF = Piece.hole(1);
    private static final Condition WANTED = Piece.hole(2);
    private static final Piece<List<Message>> MESSAGES = Piece.of(() -> of(THREAD, DSL.castNull(String.class), STAFF, Piece.hole(2, SQLDataType.INTEGER)));
    private static final Piece<List<Message>> PUBLIC = Piece.of(() -> of(THREAD, PersonReads.name(M.AUTHOR_ID), DSL.falseCondition(), DSL.inline(Integer.MAX_VALUE)));
    private static final Piece<List<Draft>> DRAFTS = Piece.of(() -> DSL.multiset(DSL.select(DRAFT.AUDIENCE, DRAFT.BODY, DRAFT.SAVED_AT).from(DRAFT)
            .where(Tenant.owns(DRAFT.TENANT_ID), DRAFT.PERSON_ID.eq(READER), DRAFT.THREAD_ID.eq(THREAD))).convertFrom(rows -> rows.map(Records.mapping(Draft::new))));
    private static final Piece<Integer> READ_TO = Piece.of(() -> DSL.coalesce(DSL.field(DSL.select(READ_MARK.SEQ).from(READ_MARK)
            .where(Tenant.owns(READ_MARK.TENANT_ID), READ_MARK.THREAD_ID.eq(THREAD), READ_MARK.PERSON_ID.eq(READER))), DSL.inline(0)));
    private static final Piece<Integer> COUNT = Piece.of(() -> DSL.field(DSL.selectCount().from(MESSAGE)
            .where(Tenant.owns(MESSAGE.TENANT_ID), MESSAGE.THREAD_ID.eq(THREAD), audible(MESSAGE.AUDIENCE, STAFF))));
    private static final Piece<List<File>> FILES = Piece.of(MessageReads::filesOfThread);

    private MessageReads() {
    }

    /** A message as a page shows it. */
    public record Message(UUID id, int seq, @Nullable UUID authorId, @Nullable String author, String audience, String channel, String body, Instant at,
            List<File> files) {

        /** Whether only staff may see it. */
        public boolean internal() {
            return audience.equals("internal");
        }

        /** The same with its author named. */
        public Message named(Map<UUID, String> names) {
            return new Message(id, seq, authorId, authorId == null ? null : names.get(authorId), audience, channel, body, at, files);
        }
    }

    /** An attachment; {@code id} finds it for who may see its message. */
    public record File(UUID id, String name, String mediaType, long size) {
    }

    /** A text typed and not sent. */
    public record Draft(String audience, String body, Instant savedAt) {
    }

    /** The newest messages of the thread that are public, oldest first. */
    public static Field<List<Message>> ofPublic(Field<UUID> thread) {
        return PUBLIC.with(thread);
    }

    /** The last messages of the thread below {@code before}, oldest first, their authors not named; internal ones only where {@code staff} holds. */
    public static Field<List<Message>> of(Field<UUID> thread, Condition staff, int before) {
        return MESSAGES.with(thread, staff, DSL.val(before));
    }

    private static Field<List<Message>> of(Field<UUID> thread, Field<String> author, Condition staff, Field<Integer> before) {
        var newest = DSL.select(M.ID, M.SEQ, M.AUTHOR_ID, author.as("author"), M.AUDIENCE, M.CHANNEL, M.BODY, M.AT, files(M.ID).as("files"))
                .from(M).where(Tenant.owns(M.TENANT_ID), M.THREAD_ID.eq(thread), M.SEQ.lt(before), audible(M.AUDIENCE, staff))
                .orderBy(M.SEQ.desc()).limit(DSL.inline(AT_MOST));
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
        return DRAFTS.with(thread, DSL.val(actor.id()));
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
        return READ_TO.with(thread, DSL.val(actor.id()));
    }

    /** How far the person has read each thread, to be joined by {@link #marked}: a list of threads is looked up in it at once. */
    public static Table<?> marks(Field<UUID> person) {
        return DSL.select(READ_MARK.THREAD_ID, READ_MARK.SEQ).from(READ_MARK).where(Tenant.owns(READ_MARK.TENANT_ID), READ_MARK.PERSON_ID.eq(person)).asTable(MARKS);
    }

    /** The mark of the thread among the {@link #marks}, there or not. */
    public static Condition marked(Field<UUID> thread) {
        return DSL.field(DSL.name(MARKS, READ_MARK.THREAD_ID.getName()), UUID.class).eq(thread);
    }

    /** How far the thread is read by the {@link #marks} it is joined to; 0 is not at all. */
    public static Field<Integer> readTo() {
        return DSL.coalesce(DSL.field(DSL.name(MARKS, READ_MARK.SEQ.getName()), Integer.class), DSL.inline(0));
    }

    /** How many messages the thread has for this reader. */
    public static Field<Integer> count(Field<UUID> thread, Condition staff) {
        return COUNT.with(thread, staff);
    }

    private static Condition audible(Field<String> audience, Condition staff) {
        return audience.eq(DSL.inline(Audience.PUBLIC.code())).or(staff);
    }

    /** All that hangs on the thread's messages, the newest first, at most 100; nothing where it is not {@code wanted}. */
    public static Field<List<File>> files(Field<UUID> thread, Condition staff, Condition wanted) {
        return FILES.with(thread, staff, wanted);
    }

    private static Field<List<File>> filesOfThread() {
        return DSL.multiset(DSL.select(MESSAGE_FILE.ID, MESSAGE_FILE.NAME, MESSAGE_FILE.MEDIA_TYPE, MESSAGE_FILE.SIZE).from(MESSAGE)
                .join(MESSAGE_FILE).on(MESSAGE_FILE.TENANT_ID.eq(MESSAGE.TENANT_ID), MESSAGE_FILE.MESSAGE_ID.eq(MESSAGE.ID))
                .where(Tenant.owns(MESSAGE.TENANT_ID), MESSAGE.THREAD_ID.eq(THREAD), audible(MESSAGE.AUDIENCE, STAFF), WANTED)
                .orderBy(MESSAGE.SEQ.desc(), MESSAGE_FILE.POSITION).limit(DSL.inline(AT_MOST))).convertFrom(rows -> rows.map(Records.mapping(File::new)));
    }

    private static Field<List<File>> files(Field<UUID> message) {
        return DSL.multiset(DSL.select(MESSAGE_FILE.ID, MESSAGE_FILE.NAME, MESSAGE_FILE.MEDIA_TYPE, MESSAGE_FILE.SIZE).from(MESSAGE_FILE)
                .where(Tenant.owns(MESSAGE_FILE.TENANT_ID), MESSAGE_FILE.MESSAGE_ID.eq(message)).orderBy(MESSAGE_FILE.POSITION))
                .convertFrom(rows -> rows.map(Records.mapping(File::new)));
    }
}
