package no.torg.people;

import static no.torg.db.people.Tables.TEAM;

import java.util.Optional;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Roles are held over teams. */
@Component
class TeamScope implements RoleScope {

    private final DSLContext db;
    private final Organisation organisation;

    TeamScope(DSLContext db, Organisation organisation) {
        this.db = db;
        this.organisation = organisation;
    }

    @Override
    public String kind() {
        return "team";
    }

    @Override
    public Optional<UUID> named(String name) {
        return organisation.teamByName(name);
    }

    @Override
    public boolean exists(UUID id) {
        return db.fetchExists(TEAM, Tenant.owns(TEAM.TENANT_ID), TEAM.ID.eq(id));
    }
}
