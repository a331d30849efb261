package no.torg.cases.requests;

import static no.torg.db.cases.Tables.REQUEST_DRAFT;

import java.util.Set;
import java.util.UUID;

import no.torg.files.FileUse;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** A form that somebody has begun keeps its files as long as it is kept itself. */
@Repository
class DraftFiles implements FileUse {

    private final DSLContext db;

    DraftFiles(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<UUID> uploads(Set<UUID> asked) {
        var upload = DSL.field(DSL.name("asked", "id"), UUID.class);
        var named = DSL.position(DSL.cast(REQUEST_DRAFT.GIVEN, String.class), DSL.cast(upload, String.class)).gt(0);
        return db.selectDistinct(upload).from(DSL.unnest(asked.toArray(UUID[]::new)).as("asked", "id"))
                .join(REQUEST_DRAFT).on(Tenant.owns(REQUEST_DRAFT.TENANT_ID), named).fetchSet(upload);
    }
}
