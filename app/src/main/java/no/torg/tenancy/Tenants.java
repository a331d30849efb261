package no.torg.tenancy;

import static no.torg.db.tenancy.Tables.HOST;
import static no.torg.db.tenancy.Tables.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import no.torg.verbs.Verb;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tenants of this installation and the hosts they answer at; kept in memory, looked up anew at most every ten seconds. */
@Component
public class Tenants {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private final DSLContext anyTenant;
    private final JsonMapper json;
    private volatile Known known = new Known(Map.of(), Map.of(), Instant.MIN);

    Tenants(Database database, JsonMapper json) {
        this.anyTenant = database.global();
        this.json = json;
    }

    /** The tenant that answers at this host name (without port). */
    public Optional<Tenant> ofHost(String host) {
        return Optional.ofNullable(known().byHost().get(host.toLowerCase()));
    }

    /** The tenant with this id. */
    public Optional<Tenant> byId(int id) {
        return Optional.ofNullable(known().byId().get(id));
    }

    /** The tenant with this short name. */
    public Optional<Tenant> bySlug(String slug) {
        return all().stream().filter(tenant -> tenant.slug().equals(slug)).findFirst();
    }

    /** All tenants, oldest first; the first is the one at localhost. */
    public List<Tenant> all() {
        return List.copyOf(known().byId().values());
    }

    /** The first tenant, which is at localhost; none yet is refused. */
    public Tenant first() {
        return all().stream().findFirst().orElseThrow(() -> new Verb.Misuse("There is no tenant yet; ./torg tenant add makes one."));
    }

    /** The tenant that a verb is for: that of {@code --tenant}, else the first. */
    public Tenant of(Verb.Arguments arguments) {
        return arguments.given("tenant").map(slug -> bySlug(slug).orElseThrow(() -> new Verb.Misuse("There is no tenant " + slug + "; ./torg tenant list tells which there are.")))
                .orElseGet(this::first);
    }

    /** The names this tenant answers at, the shortest first. */
    public List<String> hosts(Tenant tenant) {
        return known().byHost().entrySet().stream().filter(entry -> entry.getValue().id() == tenant.id()).map(Map.Entry::getKey)
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder())).toList();
    }

    /** Adds a tenant; {@code hosts} are the names it answers at, none of them another tenant's. */
    public Tenant add(String slug, String name, String theme, ZoneId zone, Map<String, String> contact, List<String> hosts) {
        var id = anyTenant.select(DSL.function("tenancy.add_tenant", Integer.class, DSL.val(slug), DSL.val(name), DSL.val(theme), DSL.val(zone.getId()),
                DSL.val(JSONB.valueOf(json.writeValueAsString(contact))), DSL.val(hosts.toArray(String[]::new)))).fetchSingle().value1();
        known = new Known(Map.of(), Map.of(), Instant.MIN);
        return byId(id).orElseThrow();
    }

    private Known known() {
        var now = Instant.now();
        var seen = known;
        if (seen.at().isBefore(now.minus(FRESH))) {
            seen = refreshed(seen, now);
            known = seen;
        }
        return seen;
    }

    /** With the database gone, what was known stays true: the page that says so needs its tenant. */
    private Known refreshed(Known before, Instant now) {
        try {
            return read(now);
        } catch (RuntimeException failed) {
            if (before.byId().isEmpty()) {
                throw failed;
            }
            return new Known(before.byId(), before.byHost(), now);
        }
    }

    private Known read(Instant now) {
        var byId = new LinkedHashMap<Integer, Tenant>();
        anyTenant.selectFrom(TENANT).orderBy(TENANT.ID).forEach(row -> byId.put(row.getId(), tenant(row)));
        var byHost = new LinkedHashMap<String, Tenant>();
        anyTenant.selectFrom(HOST).forEach(row -> byHost.put(row.getHost(), byId.get(row.getTenantId())));
        return new Known(byId, byHost, now);
    }

    private Tenant tenant(Record row) {
        return new Tenant(row.get(TENANT.ID), row.get(TENANT.SLUG), row.get(TENANT.NAME), row.get(TENANT.THEME),
                ZoneId.of(row.get(TENANT.ZONE)), json.readValue(row.get(TENANT.CONTACT).data(), TEXTS));
    }

    private record Known(Map<Integer, Tenant> byId, Map<String, Tenant> byHost, Instant at) {
    }
}
