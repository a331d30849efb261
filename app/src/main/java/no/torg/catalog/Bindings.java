package no.torg.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import no.torg.events.EventLog;
import no.torg.events.Moment;
import no.torg.events.NewEvent;
import no.torg.people.Actor;
import no.torg.people.Actors;
import no.torg.people.Roles;
import no.torg.people.Roles.Held;
import no.torg.people.Workers;
import no.torg.web.Fields;
import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who fills a service's slots in this organisation: a person the owner's, teams all others, for a case must have a team. */
@Component
class Bindings {

    static final String OWNER = "owner";

    private final ServiceRepository repository;
    private final Workers workers;
    private final Actors actors;
    private final Roles roles;
    private final EventLog log;

    Bindings(ServiceRepository repository, Workers workers, Actors actors, Roles roles, EventLog log) {
        this.repository = repository;
        this.workers = workers;
        this.actors = actors;
        this.roles = roles;
        this.log = log;
    }

    void team(Actor actor, UUID service, String slot, UUID team) {
        requireSlot(service, slot);
        if (slot.equals(OWNER)) {
            throw new Invalid("team", "catalog.binding.owner");
        }
        if (!workers.isTeam(Fields.required("team", team))) {
            throw new Invalid("team", "people.team.unknown");
        }
        bind(actor, service, slot, team, null);
    }

    void person(Actor actor, UUID service, String slot, UUID person) {
        requireSlot(service, slot);
        if (!slot.equals(OWNER)) {
            throw new Invalid("person", "catalog.binding.team", slot);
        }
        if (actors.of(Fields.required("person", person)).isEmpty()) {
            throw new Invalid("person", "people.person.unknown");
        }
        bind(actor, service, slot, null, person);
    }

    /** Of the slots of the newest and of the published version, those that nobody fills. */
    Set<String> unbound(UUID service) {
        var slots = slots(service);
        slots.removeAll(repository.bindings(service).keySet());
        return slots;
    }

    private void bind(Actor actor, UUID service, String slot, @Nullable UUID team, @Nullable UUID person) {
        var before = repository.bindings(service).get(slot);
        repository.bind(service, slot, team, person, actor.person());
        if (slot.equals(OWNER)) {
            owned(actor, service, before, person);
        }
        var filled = team == null ? Map.of("v", 1, "slot", slot, "person", Fields.required("person", person)) : Map.of("v", 1, "slot", slot, "team", team);
        log.append(NewEvent.of(ServiceSearch.KIND, service, "catalog.slot-bound", actor.person(), Moment.now(), filled).forStaff());
    }

    /** Whoever fills the owner's slot is the service's owner; whoever filled it before is so no longer. */
    private void owned(Actor actor, UUID service, @Nullable UUID before, @Nullable UUID now) {
        if (before != null && !before.equals(now)) {
            roles.current(owner(before, service)).ifPresent(role -> roles.revoke(actor, role));
        }
        if (now != null && roles.current(owner(now, service)).isEmpty()) {
            roles.grant(actor, owner(now, service), null);
        }
    }

    private void requireSlot(UUID service, String slot) {
        Fields.choice("slot", slot, List.copyOf(slots(service)));
    }

    /** Read anew each time: a draft may change under its version. */
    private Set<String> slots(UUID service) {
        var slots = new LinkedHashSet<String>();
        Stream.of(repository.newestVersion(service), repository.publishedVersion(service)).flatMap(Optional::stream).distinct()
                .flatMap(version -> repository.files(service, version).stream())
                .forEach(files -> slots.addAll(ServiceFolder.read(files, null).orThrow().slots()));
        return slots;
    }

    private static Held owner(UUID person, UUID service) {
        return new Held(person, "service-owner", "service", service);
    }
}
