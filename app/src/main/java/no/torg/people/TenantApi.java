package no.torg.people;

import java.util.List;
import java.util.Map;

import no.torg.people.Installations.NewTenant;
import no.torg.people.InvitationApi.Invitation;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Tenants over the API, for operators of the first tenant. */
@RestController
@RequestMapping("/api/tenants")
class TenantApi {

    private final Installations installations;
    private final Tenants tenants;

    TenantApi(Installations installations, Tenants tenants) {
        this.installations = installations;
        this.tenants = tenants;
    }

    /** A tenant and the host names it answers at. */
    public record TenantRow(int id, String slug, String name, String theme, String zone, List<String> hosts, Map<String, String> contact) {
    }

    /** The tenant that now is there, and its administrator's invitation. */
    public record MadeTenant(TenantRow tenant, Invitation invitation) {
    }

    /** Lists tenants, the oldest first. */
    @GetMapping
    @Scope("admin")
    ResponseEntity<Listing<TenantRow>> list(Actor actor, @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = Listing.USUAL) int limit) {
        var rows = installations.all(actor).stream().filter(tenant -> after == null || tenant.id() > after).limit(Listing.limit(limit) + 1L).map(this::row).toList();
        var page = Listing.of(rows, limit, TenantRow::id);
        return Listing.answer(page, page.next());
    }

    /** Adds a tenant with its first administrator, who chooses a password by the link in the answer. */
    @PostMapping
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    MadeTenant add(Actor actor, @RequestBody NewTenant wanted) {
        var added = installations.add(actor, wanted);
        var invitation = InvitationApi.of(added.token());
        var link = UriComponentsBuilder.fromUriString(invitation.link()).host(tenants.hosts(added.tenant()).getFirst()).toUriString();
        return new MadeTenant(row(added.tenant()), new Invitation(link, invitation.expires()));
    }

    private TenantRow row(Tenant tenant) {
        return new TenantRow(tenant.id(), tenant.slug(), tenant.name(), tenant.theme(), tenant.zone().getId(), tenants.hosts(tenant), tenant.contact());
    }
}
