package no.torg.people;

import static no.torg.db.people.Tables.PERSON;
import static no.torg.db.people.Tables.TEAM;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import no.torg.tenancy.Bulk;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for imports: persons whom only another system's records name, who are not active, and teams by their names. */
@Component
public class ImportedPeople {

    private static final String OTHER = " (import)";

    private final DSLContext db;
    private final Bulk bulk;
    private final Organisation organisation;

    ImportedPeople(DSLContext db, Bulk bulk, Organisation organisation) {
        this.db = db;
        this.bulk = bulk;
        this.organisation = organisation;
    }

    /** Keeps persons under these ids who cannot sign in and are found by no picker; who has such an id already stays as they are. */
    @Transactional
    public void keep(Actor actor, Map<UUID, String> names) {
        Administration.require(actor);
        var now = Instant.now();
        // in the order of their ids: two who make the same persons wait for each other one way only
        bulk.insert(PERSON, names.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(one -> new Bulk.Row().set(PERSON.ID, one.getKey()).set(PERSON.NAME, one.getValue())
                .set(PERSON.LANGUAGE, "nb").set(PERSON.ACTIVE_FROM, now).set(PERSON.ACTIVE_TO, now)).toList());
    }

    /** The teams by these names; where there is none it is made, of the unit. The name of the team that holds what has none is that one's here too. */
    @Transactional
    public Map<String, UUID> teams(Actor actor, Collection<String> names, UUID unit) {
        Administration.require(actor);
        var known = known(names);
        if (!known.keySet().containsAll(names)) {
            db.execute("select pg_advisory_xact_lock(hashtextextended('imported teams', {0}))", DSL.val((long) Tenant.current().id()));
            known = known(names);
        }
        var all = known;
        names.stream().distinct().sorted().filter(name -> !all.containsKey(name)).forEach(name -> all.put(name, organisation.addTeam(actor, name, unit, null)));
        return all;
    }

    private Map<String, UUID> known(Collection<String> names) {
        return new HashMap<>(db.select(TEAM.NAME, TEAM.ID).from(TEAM)
                .where(Tenant.owns(TEAM.TENANT_ID), TEAM.NAME.in(List.copyOf(names))).fetchMap(TEAM.NAME, TEAM.ID));
    }

    /** Makes the team that holds what came without one, if it is not there. */
    @Transactional
    public void keepNoTeam(Actor actor, String name, UUID unit) {
        Administration.require(actor);
        for (var tried : List.of(name, name + OTHER)) {
            db.insertInto(TEAM).set(TEAM.TENANT_ID, Tenant.current().id()).set(TEAM.ID, Organisation.NO_TEAM).set(TEAM.UNIT_ID, unit)
                    .set(TEAM.PATH, new UUID[] {Organisation.NO_TEAM}).set(TEAM.NAME, tried).onConflictDoNothing().execute();
        }
    }

    /** The unit with this name, made at the top where there is none. */
    @Transactional
    public UUID unit(Actor actor, String name) {
        Administration.require(actor);
        return organisation.unitByName(name).orElseGet(() -> organisation.addUnit(actor, name, null, null));
    }

    /** The person with this mail, whom an import's name stands for. */
    public Optional<UUID> byMail(String mail) {
        return db.select(PERSON.ID).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.MAIL.equalIgnoreCase(mail)).fetchOptional(PERSON.ID);
    }
}
