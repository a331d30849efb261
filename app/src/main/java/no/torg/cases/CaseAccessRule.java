package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import no.torg.people.AccessRule;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The rule of {@link CaseAccess} for what hangs on a case: files and live updates. */
@Repository
class CaseAccessRule implements AccessRule {

    private final DSLContext db;

    CaseAccessRule(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return CaseFile.KIND;
    }

    @Override
    public boolean maySee(Actor actor, UUID subject, boolean internal) {
        var rule = internal ? CaseAccess.staff(actor, CASE_FILE) : CaseAccess.visible(actor);
        return db.fetchExists(CASE_FILE, Tenant.owns(CASE_FILE.TENANT_ID).and(CASE_FILE.ID.eq(subject)).and(rule));
    }

    @Override
    public Optional<UUID> find(Actor actor, String reference) {
        return db.select(CASE_FILE.ID).from(CASE_FILE)
                .where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.NUMBER.eq(reference), CaseAccess.visible(actor)).fetchOptional(CASE_FILE.ID);
    }

    @Override
    public Set<String> terms(Actor actor) {
        return CaseTerms.of(actor);
    }
}
