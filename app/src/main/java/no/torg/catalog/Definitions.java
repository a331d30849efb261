package no.torg.catalog;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import org.springframework.stereotype.Component;

/** Definitions read from their stored files once and kept: a published version never changes. */
@Component
class Definitions {

    private static final int KEPT = 1_000;

    private final ServiceRepository repository;
    private final ConcurrentMap<Key, ServiceDefinition> kept = new ConcurrentHashMap<>();

    Definitions(ServiceRepository repository) {
        this.repository = repository;
    }

    private record Key(int tenant, UUID service, String version) {
    }

    ServiceDefinition of(UUID service, String version) {
        var key = new Key(Tenant.current().id(), service, version);
        var known = kept.get(key);
        if (known == null) {
            var files = repository.files(service, version).orElseThrow(() -> new NotFound("service version"));
            known = ServiceFolder.read(files, null).orThrow();
            if (kept.size() >= KEPT) {
                kept.clear();
            }
            kept.put(key, known);
        }
        return known;
    }

    void forget(UUID service, String version) {
        kept.remove(new Key(Tenant.current().id(), service, version));
    }
}
