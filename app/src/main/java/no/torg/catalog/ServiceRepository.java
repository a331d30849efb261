package no.torg.catalog;

import static no.torg.db.catalog.Tables.SERVICE;
import static no.torg.db.catalog.Tables.SERVICE_VERSION;
import static no.torg.db.catalog.Tables.SLOT_BINDING;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.db.catalog.tables.records.SlotBindingRecord;
import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Services, their versions and bindings as rows. */
@Repository
class ServiceRepository {

    private static final TypeReference<TreeMap<String, byte[]>> FILES = new TypeReference<>() {
    };

    private final DSLContext db;
    private final JsonMapper json;

    ServiceRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    record PublishedRow(UUID id, String version, Map<String, UUID> teams, Instant publishedAt) {
    }

    Optional<UUID> id(String key) {
        return db.select(SERVICE.ID).from(SERVICE).where(Tenant.owns(SERVICE.TENANT_ID), SERVICE.KEY.eq(key)).fetchOptional(SERVICE.ID);
    }

    boolean exists(UUID id) {
        return db.fetchExists(SERVICE, Tenant.owns(SERVICE.TENANT_ID), SERVICE.ID.eq(id));
    }

    Optional<String> publishedVersion(UUID service) {
        return db.select(SERVICE.PUBLISHED).from(SERVICE).where(Tenant.owns(SERVICE.TENANT_ID), SERVICE.ID.eq(service)).fetchOptional(SERVICE.PUBLISHED);
    }

    List<Services.Known> all() {
        var newest = DSL.field(DSL.select(SERVICE_VERSION.VERSION).from(SERVICE_VERSION)
                .where(Tenant.owns(SERVICE_VERSION.TENANT_ID), SERVICE_VERSION.SERVICE_ID.eq(SERVICE.ID)).orderBy(SERVICE_VERSION.IMPORTED_AT.desc()).limit(1));
        return db.select(SERVICE.KEY, SERVICE.SLUG, newest, SERVICE.PUBLISHED, SERVICE.RETIRED_AT).from(SERVICE).where(Tenant.owns(SERVICE.TENANT_ID))
                .orderBy(SERVICE.KEY).limit(2_000)
                .fetch(row -> new Services.Known(row.value1(), row.value2(), row.value3(), row.value4(), row.value5() != null));
    }

    /** The service with this key, made if new; its address follows the newest version and must be nobody else's. */
    UUID keepService(String key, String slug) {
        var taken = db.fetchExists(SERVICE, Tenant.owns(SERVICE.TENANT_ID).and(SERVICE.SLUG.eq(slug)).and(SERVICE.KEY.ne(key)));
        if (taken) {
            throw new Refused("catalog.slug.taken", slug);
        }
        return db.insertInto(SERVICE).set(SERVICE.TENANT_ID, Tenant.current().id()).set(SERVICE.ID, UuidCreator.getTimeOrderedEpoch())
                .set(SERVICE.KEY, key).set(SERVICE.SLUG, slug)
                .onConflict(SERVICE.TENANT_ID, SERVICE.KEY).doUpdate().set(SERVICE.SLUG, slug)
                .returning(SERVICE.ID).fetchSingle().getId();
    }

    void keepVersion(UUID service, ServiceDefinition definition, @Nullable UUID person) {
        var files = JSONB.valueOf(json.writeValueAsString(new TreeMap<>(definition.files())));
        var v = SERVICE_VERSION;
        var kept = db.insertInto(v).set(v.TENANT_ID, Tenant.current().id()).set(v.SERVICE_ID, service).set(v.VERSION, definition.version())
                .set(v.FILES, files).set(v.IMPORTED_BY, person)
                .onConflict(v.TENANT_ID, v.SERVICE_ID, v.VERSION).doUpdate().set(v.FILES, files).set(v.IMPORTED_BY, person).set(v.IMPORTED_AT, Instant.now())
                .where(v.PUBLISHED_AT.isNull().or(v.FILES.eq(files))).execute();
        if (kept == 0) {
            throw new Refused("catalog.version.published", definition.version());
        }
    }

    Optional<Map<String, byte[]>> files(UUID service, String version) {
        return db.select(SERVICE_VERSION.FILES).from(SERVICE_VERSION)
                .where(Tenant.owns(SERVICE_VERSION.TENANT_ID), SERVICE_VERSION.SERVICE_ID.eq(service), SERVICE_VERSION.VERSION.eq(version))
                .fetchOptional(row -> json.readValue(row.value1().data(), FILES));
    }

    Optional<String> newestVersion(UUID service) {
        return db.select(SERVICE_VERSION.VERSION).from(SERVICE_VERSION)
                .where(Tenant.owns(SERVICE_VERSION.TENANT_ID), SERVICE_VERSION.SERVICE_ID.eq(service))
                .orderBy(SERVICE_VERSION.IMPORTED_AT.desc()).limit(1).fetchOptional(SERVICE_VERSION.VERSION);
    }

    void bind(UUID service, String slot, @Nullable UUID team, @Nullable UUID person, @Nullable UUID by) {
        var b = SLOT_BINDING;
        db.insertInto(b).set(b.TENANT_ID, Tenant.current().id()).set(b.SERVICE_ID, service).set(b.SLOT, slot).set(b.TEAM_ID, team).set(b.PERSON_ID, person)
                .set(b.BOUND_BY, by).onConflict(b.TENANT_ID, b.SERVICE_ID, b.SLOT).doUpdate()
                .set(b.TEAM_ID, team).set(b.PERSON_ID, person).set(b.BOUND_BY, by).set(b.BOUND_AT, Instant.now()).execute();
    }

    /** Slot to team; for a slot that a person fills, the person. */
    Map<String, UUID> bindings(UUID service) {
        return bound(db.selectFrom(SLOT_BINDING).where(Tenant.owns(SLOT_BINDING.TENANT_ID), SLOT_BINDING.SERVICE_ID.eq(service)).fetch());
    }

    void publish(UUID service, String version, @Nullable UUID by) {
        db.update(SERVICE_VERSION).set(SERVICE_VERSION.PUBLISHED_BY, by).set(SERVICE_VERSION.PUBLISHED_AT, Instant.now())
                .where(Tenant.owns(SERVICE_VERSION.TENANT_ID), SERVICE_VERSION.SERVICE_ID.eq(service), SERVICE_VERSION.VERSION.eq(version)).execute();
        db.update(SERVICE).set(SERVICE.PUBLISHED, version).setNull(SERVICE.RETIRED_AT).where(Tenant.owns(SERVICE.TENANT_ID), SERVICE.ID.eq(service)).execute();
    }

    void retire(UUID service) {
        db.update(SERVICE).set(SERVICE.RETIRED_AT, Instant.now()).where(Tenant.owns(SERVICE.TENANT_ID), SERVICE.ID.eq(service)).execute();
    }

    /** The published services with their bindings, in one statement; a tenant has some hundreds. */
    List<PublishedRow> published() {
        return published(SERVICE.RETIRED_AT.isNull());
    }

    /** Those that are no longer offered too. */
    List<PublishedRow> everPublished() {
        return published(DSL.noCondition());
    }

    private List<PublishedRow> published(Condition offered) {
        return db.select(SERVICE.ID, SERVICE.PUBLISHED, DSL.multiset(DSL.selectFrom(SLOT_BINDING)
                        .where(Tenant.owns(SLOT_BINDING.TENANT_ID), SLOT_BINDING.SERVICE_ID.eq(SERVICE.ID))).convertFrom(ServiceRepository::bound), SERVICE_VERSION.PUBLISHED_AT)
                .from(SERVICE).join(SERVICE_VERSION).on(SERVICE_VERSION.TENANT_ID.eq(SERVICE.TENANT_ID), SERVICE_VERSION.SERVICE_ID.eq(SERVICE.ID),
                        SERVICE_VERSION.VERSION.eq(SERVICE.PUBLISHED)).where(Tenant.owns(SERVICE.TENANT_ID), SERVICE.PUBLISHED.isNotNull(), offered)
                .orderBy(SERVICE.SLUG).limit(2_000)
                .fetch(row -> new PublishedRow(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private static Map<String, UUID> bound(List<SlotBindingRecord> rows) {
        var bound = new LinkedHashMap<String, UUID>();
        rows.forEach(row -> bound.put(row.getSlot(), row.getTeamId() != null ? row.getTeamId() : row.getPersonId()));
        return bound;
    }
}
