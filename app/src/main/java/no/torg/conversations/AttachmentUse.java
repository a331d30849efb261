package no.torg.conversations;

import static no.torg.db.conversations.Tables.MESSAGE_FILE;

import java.util.Set;

import no.torg.files.FileUse;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What hangs on a message is in use for good. */
@Repository
class AttachmentUse implements FileUse {

    private final DSLContext db;

    AttachmentUse(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<String> hashes(Set<String> asked) {
        return db.selectDistinct(MESSAGE_FILE.FILE_HASH).from(MESSAGE_FILE)
                .where(Tenant.owns(MESSAGE_FILE.TENANT_ID), MESSAGE_FILE.FILE_HASH.in(asked)).fetchSet(MESSAGE_FILE.FILE_HASH);
    }
}
