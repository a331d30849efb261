package no.torg.conversations;

import static no.torg.db.conversations.Tables.MESSAGE;
import static no.torg.db.conversations.Tables.MESSAGE_FILE;
import static no.torg.db.conversations.Tables.THREAD;

import java.io.InputStream;
import java.util.UUID;

import no.torg.files.Files;
import no.torg.people.Access;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The files that hang on messages: whoever may see the message may load them. */
@Component
public class Attachments {

    private final DSLContext db;
    private final Access access;
    private final Files files;

    Attachments(DSLContext db, Access access, Files files) {
        this.db = db;
        this.access = access;
        this.files = files;
    }

    /** An attachment that the asker may load. */
    public record Attachment(String name, String mediaType, long size, String hash) {
    }

    /** The attachment, for somebody who may see its message; hidden and missing alike are not found. */
    public Attachment find(Actor actor, UUID id) {
        return db.select(MESSAGE_FILE.NAME, MESSAGE_FILE.MEDIA_TYPE, MESSAGE_FILE.SIZE, MESSAGE_FILE.FILE_HASH, MESSAGE.AUDIENCE, THREAD.KIND, THREAD.SUBJECT_ID)
                .from(MESSAGE_FILE)
                .join(MESSAGE).on(MESSAGE.TENANT_ID.eq(MESSAGE_FILE.TENANT_ID), MESSAGE.ID.eq(MESSAGE_FILE.MESSAGE_ID))
                .join(THREAD).on(THREAD.TENANT_ID.eq(MESSAGE.TENANT_ID), THREAD.ID.eq(MESSAGE.THREAD_ID))
                .where(Tenant.owns(MESSAGE_FILE.TENANT_ID), MESSAGE_FILE.ID.eq(id)).fetchOptional()
                .filter(row -> access.maySee(actor, row.get(THREAD.KIND), row.get(THREAD.SUBJECT_ID), row.get(MESSAGE.AUDIENCE).equals(Audience.INTERNAL.code())))
                .map(row -> new Attachment(row.get(MESSAGE_FILE.NAME), row.get(MESSAGE_FILE.MEDIA_TYPE), row.get(MESSAGE_FILE.SIZE),
                        row.get(MESSAGE_FILE.FILE_HASH)))
                .orElseThrow(() -> new NotFound("file " + id));
    }

    /** The attachment's bytes, to be closed by the caller. */
    public InputStream open(Attachment attachment) {
        return files.open(Tenant.current().id(), attachment.hash());
    }
}
