package no.torg.people;

import static no.torg.db.people.Tables.PERSON;
import static no.torg.db.people.Tables.ROLE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.web.Fields;
import no.torg.web.Invalid;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may do what, where and when. */
@Component
public class Roles {

    private final DSLContext db;
    private final Tenants tenants;
    private final List<RoleScope> scopes;
    private final PeopleLog log;
    private final Workers workers;

    Roles(DSLContext db, Tenants tenants, List<RoleScope> scopes, PeopleLog log, Workers workers) {
        this.db = db;
        this.tenants = tenants;
        this.scopes = scopes;
        this.log = log;
        this.workers = workers;
    }

    /**
     * A role to grant or look for.
     *
     * @param scopeKind tenant, unit, team or service, as the role has it
     * @param scope     the unit's, team's or service's id; null for the whole tenant
     */
    public record Held(UUID person, String role, String scopeKind, @Nullable UUID scope) {
    }

    /** Grants a role from now on; refuses one that is held already, and the operator's to all but operators of the first tenant. */
    @Transactional
    public UUID grant(Actor actor, Held wanted, @Nullable UUID substituteFor) {
        Administration.require(actor);
        requirePerson("person", wanted.person());
        var role = checked(actor, wanted);
        if (substituteFor != null) {
            requirePerson("substituteFor", substituteFor);
        }
        if (current(wanted).isPresent()) {
            throw new Refused("people.role.held").about("role");
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        db.insertInto(ROLE).set(ROLE.TENANT_ID, Tenant.current().id()).set(ROLE.ID, id).set(ROLE.PERSON_ID, wanted.person()).set(ROLE.ROLE_, role.code())
                .set(ROLE.SCOPE_KIND, wanted.scopeKind()).set(ROLE.SCOPE_ID, wanted.scope()).set(ROLE.SUBSTITUTE_FOR, substituteFor)
                .set(ROLE.GRANTED_BY, actor.person()).execute();
        workers.forget();
        log.add(actor, "person", wanted.person(), "people.role-granted", facts(id, wanted));
        return id;
    }

    /** Ends a role now; one that has ended stays as it is. The tenant's last administrator is not ended. */
    @Transactional
    public void revoke(Actor actor, UUID id) {
        Administration.require(actor);
        var row = db.selectFrom(ROLE).where(Tenant.owns(ROLE.TENANT_ID), ROLE.ID.eq(id)).fetchOptional().orElseThrow(() -> new NotFound("role"));
        var held = new Held(row.getPersonId(), row.getRole(), row.getScopeKind(), row.getScopeId());
        requireMayDeal(actor, RoleKind.of(held.role()));
        if (RoleKind.of(held.role()) == RoleKind.ADMINISTRATOR) {
            requireAnotherAdministrator(held.person());
        }
        var now = Instant.now();
        if (db.update(ROLE).set(ROLE.ACTIVE_TO, now).where(Tenant.owns(ROLE.TENANT_ID), ROLE.ID.eq(id), ROLE.ACTIVE_TO.gt(now)).execute() == 1) {
            workers.forget();
            log.add(actor, "person", held.person(), "people.role-revoked", facts(id, held));
        }
    }

    /** The row of the role if the person holds it now. */
    public Optional<UUID> current(Held held) {
        var scope = held.scope() == null ? ROLE.SCOPE_ID.isNull() : ROLE.SCOPE_ID.eq(held.scope());
        return db.select(ROLE.ID).from(ROLE).where(Tenant.owns(ROLE.TENANT_ID), ROLE.PERSON_ID.eq(held.person()), ROLE.ROLE_.eq(held.role()),
                ROLE.SCOPE_KIND.eq(held.scopeKind()), scope, ROLE.ACTIVE_TO.gt(Instant.now())).limit(1).fetchOptional(ROLE.ID);
    }

    /** Whether anybody who is here has the role over this now. */
    public boolean isHeld(String role, UUID scope) {
        var now = Instant.now();
        return db.fetchExists(DSL.selectOne().from(ROLE).join(PERSON).on(PERSON.TENANT_ID.eq(ROLE.TENANT_ID), PERSON.ID.eq(ROLE.PERSON_ID))
                .where(Tenant.owns(ROLE.TENANT_ID), ROLE.SCOPE_ID.eq(scope), ROLE.ROLE_.eq(role), ROLE.ACTIVE_TO.gt(now), PERSON.ACTIVE_TO.gt(now)));
    }

    /** The id of what is called so: a team, a unit, or another kind of thing that roles are held over. */
    public UUID scopeNamed(String kind, String name) {
        return of(kind).named(name).orElseThrow(() -> new Invalid(kind, "people.scope.unknown", name));
    }

    /** Refuses when nobody but this person administrates the tenant; keeps two who end each other apart. */
    void requireAnotherAdministrator(UUID person) {
        var now = Instant.now();
        var administrators = db.select(ROLE.PERSON_ID).from(ROLE).join(PERSON).on(PERSON.TENANT_ID.eq(ROLE.TENANT_ID), PERSON.ID.eq(ROLE.PERSON_ID))
                .where(Tenant.owns(ROLE.TENANT_ID), ROLE.ROLE_.eq(RoleKind.ADMINISTRATOR.code()), ROLE.ACTIVE_TO.gt(now), PERSON.ACTIVE_TO.gt(now))
                .orderBy(ROLE.ID).forUpdate().of(ROLE).fetchSet(ROLE.PERSON_ID);
        if (administrators.contains(person) && administrators.size() == 1) {
            throw new Refused("people.role.last-administrator");
        }
    }

    /** Refuses all but operators and system actors to let anybody act as this person, if the person is an operator. */
    void requireMayActAs(Actor actor, UUID person) {
        var operator = RoleKind.OPERATOR.code();
        if (actor.person() != null && !actor.roles().contains(operator) && db.fetchExists(ROLE, Tenant.owns(ROLE.TENANT_ID), ROLE.PERSON_ID.eq(person),
                ROLE.ROLE_.eq(operator), ROLE.ACTIVE_TO.gt(Instant.now()))) {
            throw new Forbidden();
        }
    }

    /** The same of whom somebody invites to sign in, and no token may that reaches less than a session does. Administrators and system actors. */
    void requireMayInvite(Actor actor, UUID person) {
        Administration.require(actor);
        if (!actor.mayUse("*")) {
            throw new Forbidden();
        }
        requireMayActAs(actor, person);
    }

    private RoleKind checked(Actor actor, Held wanted) {
        var role = RoleKind.of(wanted.role());
        requireMayDeal(actor, role);
        var kind = Fields.choice("scopeKind", wanted.scopeKind(), role.scopes());
        if (kind.equals("tenant") != (wanted.scope() == null)) {
            throw new Invalid("scope", kind.equals("tenant") ? "people.scope.none" : "web.invalid.missing");
        }
        if (wanted.scope() != null && !of(kind).exists(wanted.scope())) {
            throw new Invalid("scope", "people.scope.unknown", wanted.scope().toString());
        }
        return role;
    }

    /** An operator sets up all tenants: nobody makes themselves one, and one of another tenant than the first would be none. */
    private void requireMayDeal(Actor actor, RoleKind role) {
        if (role == RoleKind.OPERATOR) {
            if (Tenant.current().id() != tenants.first().id()) {
                throw new Refused("people.role.operator-elsewhere").about("role");
            }
            if (actor.person() != null && !actor.roles().contains(RoleKind.OPERATOR.code())) {
                throw new Forbidden();
            }
        }
    }

    private void requirePerson(String field, @Nullable UUID person) {
        // the row keeps two who grant the same at once apart
        db.select(PERSON.ID).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(Fields.required(field, person))).forUpdate()
                .fetchOptional().orElseThrow(() -> new Invalid(field, "people.person.unknown"));
    }

    private static Map<String, ?> facts(UUID id, Held held) {
        return held.scope() == null ? Map.of("role-id", id, "role", held.role(), "kind", held.scopeKind())
                : Map.of("role-id", id, "role", held.role(), "kind", held.scopeKind(), "scope", held.scope());
    }

    private RoleScope of(String kind) {
        return scopes.stream().filter(scope -> scope.kind().equals(kind)).findFirst().orElseThrow(() -> new Invalid("scopeKind", "people.scope.unknown", kind));
    }
}
