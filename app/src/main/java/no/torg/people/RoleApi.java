package no.torg.people;

import java.util.UUID;

import no.torg.people.PeopleLists.RoleRow;
import no.torg.people.PersonApi.Made;
import no.torg.people.Roles.Held;
import no.torg.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles over the API, for administrators. */
@RestController
@RequestMapping("/api/roles")
class RoleApi {

    private final Roles roles;
    private final PeopleLists lists;

    RoleApi(Roles roles, PeopleLists lists) {
        this.roles = roles;
        this.lists = lists;
    }

    /**
     * A role to grant.
     *
     * @param role          case-worker or team-leader (of a team), service-owner or service-developer (of a service), administrator, archivist,
     *                      account-manager, customer-contact (of a unit), operator
     * @param scopeKind     team, service, unit or tenant, as the role has it
     * @param scope         the id of the team, service or unit; none for tenant
     * @param substituteFor whom the person stands in for
     */
    public record NewRole(UUID person, String role, String scopeKind, @Nullable UUID scope, @Nullable UUID substituteFor) {
    }

    /** Lists roles held now or later, in the order they were granted. {@code person} finds one person's. */
    @GetMapping
    @Scope("admin")
    ResponseEntity<Listing<RoleRow>> list(Actor actor, @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = Listing.USUAL) int limit) {
        var page = Listing.of(lists.roles(actor, person, after, Listing.limit(limit) + 1), limit, RoleRow::id);
        return Listing.answer(page, page.next());
    }

    /** Grants a role from now on. */
    @PostMapping
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    Made grant(Actor actor, @RequestBody NewRole wanted) {
        return new Made(roles.grant(actor, new Held(wanted.person(), wanted.role(), wanted.scopeKind(), wanted.scope()), wanted.substituteFor()));
    }

    /** Ends a role now. The last administrator's cannot be ended. */
    @DeleteMapping("/{id}")
    @Scope("admin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable UUID id) {
        roles.revoke(actor, id);
    }
}
