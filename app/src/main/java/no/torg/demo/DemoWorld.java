package no.torg.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an installation with the demo world: tenants, people, services, and cases as they came about. */
@Component
public class DemoWorld {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);
    private static final Actor TELLER = Actor.system("demo");

    private final Tenants tenants;
    private final DemoPeople people;
    private final DemoServices services;
    private final DemoCases cases;
    private final TransactionTemplate transaction;

    DemoWorld(Tenants tenants, DemoPeople people, DemoServices services, DemoCases cases, PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.people = people;
        this.services = services;
        this.cases = cases;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A filled tenant: its persons by the file's keys. */
    public record Filled(Tenant tenant, Map<String, UUID> persons, Map<String, UUID> teams, Map<String, UUID> units) {
    }

    /** Whether there is no tenant but those of the demo world. */
    boolean isAlone() {
        var slugs = world().list("tenants").stream().map(told -> told.text("slug")).toList();
        return tenants.all().stream().allMatch(tenant -> slugs.contains(tenant.slug()));
    }

    /**
     * Fills the world as of {@code now}. The services' folders lie under {@code services}; everybody signs in with {@code password}; cases
     * are told only if {@code withCases}. Tenants that have people already are left alone.
     */
    public List<Filled> fill(Path services, String password, Instant now, boolean withCases) {
        return world().list("tenants").stream().map(told -> fill(told, services, password, now, withCases))
                .filter(Objects::nonNull).toList();
    }

    /** A tenant is filled whole or not at all, so that a start that is broken off can be made again. */
    private @Nullable Filled fill(Told told, Path folders, String password, Instant now, boolean withCases) {
        var tenant = tenants.bySlug(told.text("slug")).orElseGet(() -> tenants.add(told.text("slug"), told.text("name"), told.text("theme"),
                ZoneId.of(told.text("zone")), told.names("contact"), free(told)));
        var filled = new Filled[1];
        tenant.run(() -> transaction.executeWithoutResult(status -> {
            if (people.anybody()) {
                return;
            }
            LOG.info("Filling the demo world: {}", tenant.name());
            var cast = people.fill(TELLER, told, password);
            services.fill(TELLER, told, folders, cast);
            if (withCases) {
                cases.fill(told, cast, now);
            }
            filled[0] = new Filled(tenant, cast.persons(), cast.teams(), cast.units());
        }));
        return filled[0];
    }

    /** The hosts that are nobody's yet: an installation may have a tenant of its own at localhost. */
    private List<String> free(Told told) {
        return told.texts("hosts").stream().filter(host -> tenants.ofHost(host).isEmpty()).toList();
    }

    private static Told world() {
        try (InputStream in = DemoWorld.class.getResourceAsStream("/demo/world.yaml")) {
            return Told.of(new Load(LoadSettings.builder().setCodePointLimit(10_000_000).build()).loadFromInputStream(in));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
