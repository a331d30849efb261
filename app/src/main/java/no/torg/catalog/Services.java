package no.torg.catalog;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import no.torg.events.EventLog;
import no.torg.events.Moment;
import no.torg.events.NewEvent;
import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tenant's services: imported as folders, bound to its own people, published, and found. What is found is at most ten seconds old. */
@Component
public class Services {

    private final ServiceRepository repository;
    private final Definitions definitions;
    private final Bindings bindings;
    private final Setups setups;
    private final EventLog log;
    private final Remembered<List<Published>> published = new Remembered<>(Duration.ofSeconds(10));

    private final Remembered<List<Published>> ever = new Remembered<>(Duration.ofSeconds(10));

    Services(ServiceRepository repository, Definitions definitions, Bindings bindings, Setups setups, EventLog log) {
        this.repository = repository;
        this.definitions = definitions;
        this.bindings = bindings;
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

    /** A service that the tenant has: its newest version, and the one that people meet, if it has been published and is not retired. */
    public record Known(String key, String slug, @Nullable String newest, @Nullable String published, boolean retired) {
    }

    /** Imports a folder as a draft version. The same version again must be the same files; a published version never changes. */
    @Transactional
    public Imported importFolder(Actor actor, Map<String, byte[]> files) {
        Administration.require(actor);
        return kept(actor, ServiceFolder.read(files, setups.unbound()));
    }

    /** Imports a folder on disk. */
    @Transactional
    public Imported importFolder(Actor actor, Path folder) {
        Administration.require(actor);
        return kept(actor, ServiceFolder.read(folder, setups.unbound()));
    }

    /** Imports a zipped folder. */
    @Transactional
    public Imported importZip(Actor actor, byte[] zip) {
        Administration.require(actor);
        return kept(actor, ServiceFolder.readZip(zip, setups.unbound()));
    }

    /** Lets a team fill a slot; refuses a slot that the service does not have. */
    @Transactional
    public void bindTeam(Actor actor, String key, String slot, UUID team) {
        Administration.require(actor);
        bindings.team(actor, idOf(key), slot, team);
        forget();
    }

    /** Lets a person fill a slot; the owner's slot makes them the service's owner, in place of the one before. */
    @Transactional
    public void bindPerson(Actor actor, String key, String slot, UUID person) {
        Administration.require(actor);
        bindings.person(actor, idOf(key), slot, person);
        forget();
    }

    /** The service's slots that nobody fills yet. */
    public Set<String> unbound(Actor actor, String key) {
        Administration.require(actor);
        return bindings.unbound(idOf(key));
    }

    /** Every service of the tenant, published or not, by key. */
    public List<Known> all(Actor actor) {
        Administration.require(actor);
        return repository.all();
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
            forget();
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
        forget();
    }

    /** Every published service of the tenant, by name in the language. */
    public List<Published> published(String language) {
        return known().stream()
                .sorted(Comparator.comparing(service -> service.definition().texts(language).name(), String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** Every service that people have met, also those that are no longer offered: what still has cases and figures. By name in the language. */
    public List<Published> everPublished(String language) {
        return ever.get(() -> repository.everPublished().stream().map(this::published).toList()).stream()
                .sorted(Comparator.comparing(service -> service.definition().texts(language).name(), String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** The published service at this address. */
    public Optional<Published> bySlug(String slug) {
        return known().stream().filter(service -> service.definition().slug().equals(slug)).findFirst();
    }

    /** The published service with this row id. */
    public Optional<Published> byId(UUID id) {
        return known().stream().filter(service -> service.id().equals(id)).findFirst();
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

    private Imported kept(Actor actor, FolderReading reading) {
        if (reading.definition() == null) {
            return new Imported(null, null, reading.problems());
        }
        var definition = reading.definition();
        var service = repository.keepService(definition.id(), definition.slug());
        repository.keepVersion(service, definition, actor.person());
        definitions.forget(service, definition.version());
        log.append(NewEvent.of(ServiceSearch.KIND, service, "catalog.version-imported", actor.person(), Moment.now(),
                Map.of("v", 1, "version", definition.version())).forStaff());
        return new Imported(definition.id(), definition.version(), List.of());
    }

    private Published published(ServiceRepository.PublishedRow row) {
        return new Published(row.id(), definitions.of(row.id(), row.version()), row.teams(), row.publishedAt());
    }

    private void forget() {
        published.forget();
        ever.forget();
    }

    private List<Published> known() {
        return published.get(this::publishedNow);
    }

    private void log(Actor actor, UUID service, String type) {
        log.append(NewEvent.of(ServiceSearch.KIND, service, type, actor.person(), Moment.now(), Map.of("v", 1)));
    }

}
