package no.torg.conversations;

import static no.torg.db.conversations.Tables.DRAFT;
import static no.torg.db.conversations.Tables.MESSAGE;
import static no.torg.db.conversations.Tables.MESSAGE_FILE;
import static no.torg.db.conversations.Tables.READ_MARK;
import static no.torg.db.conversations.Tables.THREAD;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.events.Moment;
import no.torg.people.Actor;
import no.torg.tenancy.Bulk;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The conversations. Who may read or write is decided by whoever owns the subject, before these are called; all need a transaction. */
@Component
public class Threads {

    private final DSLContext db;
    private final Bulk bulk;

    Threads(DSLContext db, Bulk bulk) {
        this.db = db;
        this.bulk = bulk;
    }

    /** Begins the conversation on a subject with its first message. */
    public Posted open(UUID thread, String kind, UUID subject, NewMessage first) {
        db.insertInto(THREAD).columns(THREAD.TENANT_ID, THREAD.ID, THREAD.KIND, THREAD.SUBJECT_ID, THREAD.LAST_SEQ)
                .values(Tenant.current().id(), thread, kind, subject, 1).execute();
        return insert(thread, 1, first);
    }

    /** Begins conversations in which nothing has been said yet; one that has begun stays as it is. */
    public void open(String kind, Collection<UUID> subjects) {
        bulk.insert(THREAD, subjects.stream().map(subject -> new Bulk.Row().set(THREAD.ID, subject).set(THREAD.KIND, kind).set(THREAD.SUBJECT_ID, subject)
                .set(THREAD.LAST_SEQ, 0)).toList());
    }

    /** Adds a message; its number counts up under the thread's lock. The author's draft of that kind is gone, and the author has read so far. */
    public Posted post(UUID thread, NewMessage message) {
        if (message.body().isBlank() && message.files().isEmpty()) {
            throw new Refused("conversations.message.empty");
        }
        if (message.body().length() > NewMessage.LONGEST) {
            throw new Refused("conversations.message.too-long", NewMessage.LONGEST);
        }
        var seq = db.update(THREAD).set(THREAD.LAST_SEQ, THREAD.LAST_SEQ.plus(1)).where(Tenant.owns(THREAD.TENANT_ID), THREAD.ID.eq(thread))
                .returning(THREAD.LAST_SEQ).fetchOptional(THREAD.LAST_SEQ).orElseThrow(() -> new NotFound("thread " + thread));
        var posted = insert(thread, seq, message);
        if (message.author() != null) {
            forgetDraft(message.author(), thread, message.audience());
            mark(message.author(), thread, seq);
        }
        return posted;
    }

    /** The message of the thread that its sender named so, if it stands already. */
    public Optional<Posted> posted(UUID thread, String externalId) {
        return db.select(MESSAGE.ID, MESSAGE.SEQ).from(MESSAGE)
                .where(Tenant.owns(MESSAGE.TENANT_ID), MESSAGE.THREAD_ID.eq(thread), MESSAGE.EXTERNAL_ID.eq(externalId))
                .fetchOptional(row -> new Posted(row.value1(), row.value2()));
    }

    /** Remembers that the actor has read the thread to this message, or to its last; never moves back. */
    public void read(Actor actor, UUID thread, int seq) {
        var last = db.select(THREAD.LAST_SEQ).from(THREAD).where(Tenant.owns(THREAD.TENANT_ID), THREAD.ID.eq(thread)).fetchOptional(THREAD.LAST_SEQ)
                .orElseThrow(() -> new NotFound("thread " + thread));
        mark(actor.id(), thread, Math.clamp(seq, 0, last));
    }

    /** Keeps what the actor has typed and not sent; a reply and a note apart. Blank text forgets it. */
    public void keepDraft(Actor actor, UUID thread, Audience audience, String body) {
        if (body.length() > NewMessage.LONGEST) {
            throw new Refused("conversations.message.too-long", NewMessage.LONGEST);
        }
        if (body.isBlank()) {
            forgetDraft(actor.id(), thread, audience);
            return;
        }
        db.insertInto(DRAFT).columns(DRAFT.TENANT_ID, DRAFT.PERSON_ID, DRAFT.THREAD_ID, DRAFT.AUDIENCE, DRAFT.BODY)
                .values(Tenant.current().id(), actor.id(), thread, audience.code(), body)
                .onConflict(DRAFT.TENANT_ID, DRAFT.PERSON_ID, DRAFT.THREAD_ID, DRAFT.AUDIENCE).doUpdate()
                .set(DRAFT.BODY, body).set(DRAFT.SAVED_AT, Moment.now()).execute();
    }

    private Posted insert(UUID thread, int seq, NewMessage message) {
        var tenant = Tenant.current().id();
        var id = UuidCreator.getTimeOrderedEpoch();
        db.insertInto(MESSAGE).columns(MESSAGE.TENANT_ID, MESSAGE.THREAD_ID, MESSAGE.ID, MESSAGE.SEQ, MESSAGE.AUTHOR_ID, MESSAGE.AUDIENCE, MESSAGE.CHANNEL,
                        MESSAGE.EXTERNAL_ID, MESSAGE.BODY, MESSAGE.AT)
                .values(tenant, thread, id, seq, message.author(), message.audience().code(), message.channel(), message.externalId(), message.body(), message.at()).execute();
        short position = 0;
        for (var file : message.files()) {
            db.insertInto(MESSAGE_FILE).columns(MESSAGE_FILE.TENANT_ID, MESSAGE_FILE.MESSAGE_ID, MESSAGE_FILE.POSITION, MESSAGE_FILE.ID,
                            MESSAGE_FILE.FILE_HASH, MESSAGE_FILE.NAME, MESSAGE_FILE.MEDIA_TYPE, MESSAGE_FILE.SIZE)
                    .values(tenant, id, position++, UuidCreator.getTimeOrderedEpoch(), file.hash(), file.name(), file.mediaType(), file.size()).execute();
        }
        return new Posted(id, seq);
    }

    private void mark(UUID person, UUID thread, int seq) {
        db.insertInto(READ_MARK).columns(READ_MARK.TENANT_ID, READ_MARK.THREAD_ID, READ_MARK.PERSON_ID, READ_MARK.SEQ)
                .values(Tenant.current().id(), thread, person, seq)
                .onConflict(READ_MARK.TENANT_ID, READ_MARK.THREAD_ID, READ_MARK.PERSON_ID).doUpdate()
                .set(READ_MARK.SEQ, DSL.greatest(READ_MARK.SEQ, DSL.excluded(READ_MARK.SEQ))).set(READ_MARK.AT, Moment.now())
                .where(READ_MARK.SEQ.lt(DSL.excluded(READ_MARK.SEQ))).execute();
    }

    private void forgetDraft(UUID person, UUID thread, Audience audience) {
        db.deleteFrom(DRAFT).where(Tenant.owns(DRAFT.TENANT_ID), DRAFT.PERSON_ID.eq(person), DRAFT.THREAD_ID.eq(thread),
                DRAFT.AUDIENCE.eq(audience.code())).execute();
    }
}
