package no.torg.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What each tenant has set up and pages need at every turn, remembered for a while; another node's change shows when that has passed. */
public final class Remembered<T> {

    private final Map<Integer, Known<T>> known = new ConcurrentHashMap<>();
    private final Duration fresh;

    /** Remembers for so long. */
    public Remembered(Duration fresh) {
        this.fresh = fresh;
    }

    private record Known<T>(T value, Instant at) {
    }

    /** The bound tenant's, read anew when it is not remembered. */
    public T get(Supplier<T> read) {
        var tenant = Tenant.current().id();
        var found = known.get(tenant);
        if (found == null || found.at().isBefore(Instant.now().minus(fresh))) {
            found = new Known<>(read.get(), Instant.now());
            known.put(tenant, found);
        }
        return found.value();
    }

    /** Forgets the bound tenant's, which has just been changed. */
    public void forget() {
        known.remove(Tenant.current().id());
    }
}
