package no.torg.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What each tenant has set up and pages need at every turn, remembered for a while; another node's change shows when that has passed. A
 * transaction that has changed it sees its own change, which nobody else does before the commit.
 */
public final class Remembered<T> {

    private final Map<Integer, Known<T>> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Duration fresh;

    /** Remembers for so long. */
    public Remembered(Duration fresh) {
        this.fresh = fresh;
    }

    private record Known<T>(T value, Instant at) {
    }

    /** The bound tenant's, read anew when it is not remembered. */
    public T get(Supplier<T> read) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read.get();
        }
        var tenant = Tenant.current().id();
        var found = known.get(tenant);
        if (found == null || found.at().isBefore(Instant.now().minus(fresh))) {
            var before = changes.get();
            found = new Known<>(read.get(), Instant.now());
            known.put(tenant, found);
            if (changes.get() != before) {
                known.remove(tenant, found);
            }
        }
        return found.value();
    }

    /** Forgets the bound tenant's, which has just been changed: at once for the transaction at hand, for all others when it is over. */
    public void forget() {
        var tenant = Tenant.current().id();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            drop(tenant);
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, tenant);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(Remembered.this);
                    drop(tenant);
                }
            });
        }
    }

    private void drop(int tenant) {
        changes.incrementAndGet();
        known.remove(tenant);
    }
}
