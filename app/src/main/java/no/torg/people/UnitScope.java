package no.torg.people;

import static no.torg.db.people.Tables.UNIT;

import java.util.Optional;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Roles are held over units. */
@Component
class UnitScope implements RoleScope {

    private final DSLContext db;
    private final Organisation organisation;

    UnitScope(DSLContext db, Organisation organisation) {
        this.db = db;
        this.organisation = organisation;
    }

    @Override
    public String kind() {
        return "unit";
    }

    @Override
    public Optional<UUID> named(String name) {
        return organisation.unitByName(name);
    }

    @Override
    public boolean exists(UUID id) {
        return db.fetchExists(UNIT, Tenant.owns(UNIT.TENANT_ID), UNIT.ID.eq(id));
    }
}
