package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads what a search found through the access rule: what the actor may not see is not there. */
@Repository
public class CaseFinds {

    private final DSLContext db;

    CaseFinds(DSLContext db) {
        this.db = db;
    }

    /** A case that was found; {@code own} when the actor asked for it or has a part in it. */
    public record Found(UUID id, String number, String title, String state, boolean own) {
    }

    /** Those of the cases that the actor may see, by id, in one statement. */
    public Map<UUID, Found> read(Actor actor, Language language, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return db.select(CASE_FILE.ID, CASE_FILE.NUMBER, RequesterCases.title(language), CASE_FILE.STATE, DSL.field(CaseAccess.party(actor, CASE_FILE)))
                .from(CASE_FILE).where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.ID.eq(DSL.any(ids.toArray(UUID[]::new))), CaseAccess.visible(actor))
                .fetchMap(CASE_FILE.ID, row -> new Found(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }
}
