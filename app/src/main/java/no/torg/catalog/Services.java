package no.torg.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import no.torg.events.EventLog;
import no.torg.events.Moment;
import no.torg.events.NewEvent;
import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.people.Organisation;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tenant's services: imported as folders, bound to its own people, published, and found. What is found is at most ten seconds old. */
@Component
public class Services {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ServiceRepository repository;
    private final Definitions definitions;
    private final Organisation organisation;
    private final Setups setups;
    private final EventLog log;
    private final Map<Integer, Known> byTenant = new ConcurrentHashMap<>();

    Services(ServiceRepository repository, Definitions definitions, Organisation organisation, Setups setups, EventLog log) {
        this.repository = repository;
        this.definitions = definitions;
        this.organisation = organisation;
        this.setups = setups;
        this.log = log;
    }

    /** A service as people meet it: its published definition and who fills its slots. */
    public record Published(UUID id, ServiceDefinition definition, Map<String, UUID> teams, Instant publishedAt) {

        /** The team in the slot; one that is not bound is refused, for a case must have a team. */
        public UUID team(String slot) {
            var team = teams.get(slot);
            if (team == null) {
                throw new Refused("catalog.slot.unbound", slot);
            }
            return team;
        }
    }

    /** What an import came to: the version that is now a draft, or everything that is wrong and nothing imported. */
    public record Imported(@Nullable String key, @Nullable String version, List<FolderProblem> problems) {
    }

    private record Known(List<Published> published, Instant at) {
    }

    /** Imports a folder as a draft version. The same version again must be the same files; a published version never changes. */
    @Transactional
    public Imported importFolder(Actor actor, Map<String, byte[]> files) {
        Administration.require(actor);
        var reading = ServiceFolder.read(files, setups.unbound());
        if (reading.definition() == null) {
            return new Imported(null, null, reading.problems());
        }
        var definition = reading.definition();
        var service = repository.keepService(definition.id(), definition.slug());
        repository.keepVersion(service, definition, actor.person());
        definitions.forget(service, definition.version());
        return new Imported(definition.id(), definition.version(), List.of());
    }

    /** Lets a team fill a slot. */
    @Transactional
    public void bindTeam(Actor actor, String key, String slot, UUID team) {
        Administration.require(actor);
        repository.bind(idOf(key), slot, team, null, actor.person());
        changed();
    }

    /** Lets a person fill a slot; the owner's slot makes them the service's owner. */
    @Transactional
    public void bindPerson(Actor actor, String key, String slot, UUID person) {
        Administration.require(actor);
        var service = idOf(key);
        repository.bind(service, slot, null, person, actor.person());
        if (slot.equals("owner")) {
            organisation.grant(actor, person, "service-owner", "service", service, null);
        }
        changed();
    }

    /** Publishes a version, tested once more in the tenant's own set-up with its slots as they are bound; gives what stands in the way. */
    @Transactional
    public List<FolderProblem> publish(Actor actor, String key, String version) {
        Administration.require(actor);
        var service = idOf(key);
        var files = repository.files(service, version).orElseThrow(() -> new NotFound("service version"));
        var reading = ServiceFolder.read(files, setups.bound(repository.bindings(service)));
        if (reading.problems().isEmpty()) {
            repository.publish(service, version, actor.person());
            log(actor, service, "catalog.service-published");
            changed();
        }
        return reading.problems();
    }

    /** Takes the service out of the catalogue; running cases finish under their version. */
    @Transactional
    public void retire(Actor actor, String key) {
        Administration.require(actor);
        var service = idOf(key);
        repository.retire(service);
        log(actor, service, "catalog.service-retired");
        changed();
    }

    /** Every published service of the tenant, by name in the language. */
    public List<Published> published(String language) {
        return known().published().stream()
                .sorted(Comparator.comparing(service -> service.definition().texts(language).name(), String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** The published service at this address. */
    public Optional<Published> bySlug(String slug) {
        return known().published().stream().filter(service -> service.definition().slug().equals(slug)).findFirst();
    }

    /** The published service with this row id. */
    public Optional<Published> byId(UUID id) {
        return known().published().stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** The definition a case was opened under. */
    public ServiceDefinition definition(UUID service, String version) {
        return definitions.of(service, version);
    }

    /** Until when what is resolved at {@code resolved} may be opened again; at once where the service has no window. Calendar time. */
    public Instant reopenableUntil(UUID service, String version, Instant resolved) {
        var window = definitions.of(service, version).reopenWithin();
        return window == null ? resolved : ZonedDateTime.ofInstant(resolved, Tenant.current().zone()).plus(window).toInstant();
    }

    /** What the tenant brings to a published service's definition: calendars by slot, matrix, topics and audiences. */
    public Setup setup(Published service) {
        return setups.bound(service.teams());
    }

    /** The row id of the service with this key. */
    public UUID idOf(String key) {
        return repository.id(key).orElseThrow(() -> new NotFound("service " + key));
    }

    /** The version imported last, published or not. */
    public Optional<String> newestVersion(String key) {
        return repository.newestVersion(idOf(key));
    }

    /** Every published service as it is in this very moment, for whoever follows the log. */
    List<Published> publishedNow() {
        return repository.published().stream().map(this::published).toList();
    }

    private Published published(ServiceRepository.PublishedRow row) {
        return new Published(row.id(), definitions.of(row.id(), row.version()), row.teams(), row.publishedAt());
    }

    private Known known() {
        var tenant = Tenant.current().id();
        var known = byTenant.get(tenant);
        if (known == null || known.at().isBefore(Instant.now().minus(FRESH))) {
            known = new Known(repository.published().stream()
                    .map(this::published).toList(), Instant.now());
            byTenant.put(tenant, known);
        }
        return known;
    }

    private void log(Actor actor, UUID service, String type) {
        log.append(NewEvent.of(ServiceSearch.KIND, service, type, actor.person(), Moment.now(), Map.of("v", 1)));
    }

    private void changed() {
        var tenant = Tenant.current().id();
        AfterCommit.run(() -> byTenant.remove(tenant));
    }
}
