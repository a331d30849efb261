package no.torg.insight;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import no.torg.catalog.Services;
import no.torg.catalog.Services.Published;
import no.torg.metrics.Sight;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.people.Organisation.Team;
import no.torg.people.UnitTree;
import no.torg.people.UnitTree.Unit;
import no.torg.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see which figures: an owner all of the service, a leader what the led teams had of it. Others are told that there is nothing. */
@Component
class FigureAccess {

    private final Services services;
    private final UnitTree units;
    private final Organisation organisation;

    FigureAccess(Services services, UnitTree units, Organisation organisation) {
        this.services = services;
        this.units = units;
        this.organisation = organisation;
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
        var service = known(slug).orElseThrow(() -> new NotFound("service " + slug));
        if (actor.services().contains(service.id())) {
            return new Seen(service, Sight.all(service.id()), true);
        }
        if (actor.led().isEmpty()) {
            throw new NotFound("figures of " + slug);
        }
        return new Seen(service, Sight.some(service.id(), actor.led()), false);
    }

    /** The service at this address, also one that cannot be ordered any more or never could: it has its past. */
    private Optional<Published> known(String slug) {
        return services.everPublished("nb").stream().filter(one -> one.definition().slug().equals(slug)).findFirst();
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

    /** What the actor may count of all, as narrowed; a service, unit or team that they may not look at is as one that is not there. */
    Sight narrowed(Actor actor, Narrowing narrowing) {
        var sight = all(actor);
        if (narrowing.service() != null) {
            sight = sight.of(known(narrowing.service()).orElseThrow(() -> new NotFound("service " + narrowing.service())).id());
            if (sight.whole().isEmpty() && sight.within().isEmpty()) {
                throw new NotFound("figures of " + narrowing.service());
            }
        }
        if (narrowing.unit() == null && narrowing.team() == null) {
            return sight;
        }
        var parts = new HashSet<UUID>();
        if (narrowing.unit() == null) {
            organisation.teams().forEach(team -> parts.add(team.id()));
        } else {
            parts.addAll(units(actor).stream().filter(unit -> unit.id().equals(narrowing.unit())).findFirst().orElseThrow(() -> new NotFound("unit " + narrowing.unit())).teams());
        }
        if (narrowing.team() != null) {
            if (organisation.teamName(narrowing.team()).isEmpty() || actor.services().isEmpty() && !actor.led().contains(narrowing.team())) {
                throw new NotFound("figures of team " + narrowing.team());
            }
            parts.retainAll(Set.of(narrowing.team()));
        }
        return sight.in(parts);
    }

    /** The teams to pick from: the led, those that owned services are sent to, those that {@code had} any of it, and the one that is picked; no name of a team that has nothing of it. */
    List<Team> teams(Actor actor, Narrowing narrowing, Set<UUID> had) {
        var known = new HashSet<>(actor.led());
        known.addAll(had);
        services.published("nb").stream().filter(service -> actor.services().contains(service.id())).forEach(service -> known.addAll(service.teams().values()));
        if (narrowing.team() != null) {
            known.add(narrowing.team());
        }
        var within = narrowing.unit() == null ? known : units.unit(narrowing.unit()).map(Unit::teams).orElse(Set.of());
        return organisation.teams().stream().filter(team -> known.contains(team.id()) && (within.contains(team.id()) || team.id().equals(narrowing.team()))).toList();
    }

    /** The units the actor may pick: owners any with a team, leaders those above the led teams. */
    List<Unit> units(Actor actor) {
        return units.units().stream().filter(unit -> !unit.teams().isEmpty())
                .filter(unit -> !actor.services().isEmpty() || unit.teams().stream().anyMatch(actor.led()::contains)).toList();
    }

    String service(String language, String slug) {
        return known(slug).map(service -> service.definition().texts(language).name()).orElse("");
    }

    String unit(UUID unit) {
        return units.unit(unit).map(Unit::name).orElse("");
    }

    String team(UUID team) {
        return organisation.teamName(team);
    }

    /** The service is sent to a team that the actor leads, or is their own. */
    boolean answersFor(Actor actor, Published service) {
        return actor.services().contains(service.id()) || service.teams().values().stream().anyMatch(actor.led()::contains);
    }

    List<Published> published(String language) {
        return services.everPublished(language);
    }
}
