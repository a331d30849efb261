package no.torg.insight;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.catalog.Services;
import no.torg.catalog.Services.Published;
import no.torg.metrics.Sight;
import no.torg.people.Actor;
import no.torg.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see which figures: an owner all of the service, a leader what the led teams had of it. Others are told that there is nothing. */
@Component
class FigureAccess {

    private final Services services;

    FigureAccess(Services services) {
        this.services = services;
    }

    /** A service and what the actor may count of it. */
    record Seen(Published service, Sight sight, boolean whole) {

        /** One team of it only; for a leader one of the led. */
        Sight only(@Nullable UUID team) {
            if (team == null) {
                return sight;
            }
            if (!whole && !sight.parts().contains(team)) {
                throw new NotFound("figures of team " + team);
            }
            return Sight.some(service.id(), Set.of(team));
        }
    }

    /** The service at this address; whether a leader's teams ever had any of it is seen from the figures. */
    Seen seen(Actor actor, String slug) {
        var service = services.everPublished("nb").stream().filter(one -> one.definition().slug().equals(slug)).findFirst().orElseThrow(() -> new NotFound("service " + slug));
        if (actor.services().contains(service.id())) {
            return new Seen(service, Sight.all(service.id()), true);
        }
        if (actor.led().isEmpty()) {
            throw new NotFound("figures of " + slug);
        }
        return new Seen(service, Sight.some(service.id(), actor.led()), false);
    }

    /** All that the actor may count. */
    Sight all(Actor actor) {
        if (!actor.seesFigures()) {
            throw new NotFound("figures");
        }
        var ids = new HashSet<UUID>();
        services.everPublished("nb").forEach(service -> ids.add(service.id()));
        var owned = new HashSet<>(actor.services());
        owned.retainAll(ids);
        ids.removeAll(owned);
        return new Sight(owned, actor.led().isEmpty() ? Set.of() : ids, actor.led());
    }

    /** The service is sent to a team that the actor leads, or is their own. */
    boolean answersFor(Actor actor, Published service) {
        return actor.services().contains(service.id()) || service.teams().values().stream().anyMatch(actor.led()::contains);
    }

    List<Published> published(String language) {
        return services.everPublished(language);
    }
}
