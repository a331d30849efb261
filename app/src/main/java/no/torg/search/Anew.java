package no.torg.search;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import no.torg.events.Yielding;
import no.torg.tenancy.Tenant;

/**
 * Takes all that a source has of a tenant into an index that has nothing of it. The calling thread reads, and as many as there are processors take in;
 * those give way to all other work. They must not read too: who wakes a waiting request may start a thread for it, which would give way for ever.
 */
final class Anew {

    private static final int AT_ONCE = 100;
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    private final Index index;
    private final Tenant tenant;
    private final Source source;
    private final BooleanSupplier going;

    Anew(Index index, Tenant tenant, Source source, BooleanSupplier going) {
        this.index = index;
        this.tenant = tenant;
        this.source = source;
        this.going = going;
    }

    /** Gives whether all is in; false when it was told to stop. */
    boolean all() {
        try (var workers = Executors.newFixedThreadPool(WORKERS, work -> Thread.ofPlatform().daemon().name("torg-search-anew").unstarted(() -> {
            Yielding.begin();
            work.run();
        }))) {
            return tenant.ask(() -> all(workers));
        }
    }

    private boolean all(ExecutorService workers) {
        var underWay = new ArrayDeque<Future<?>>();
        List<UUID> some;
        for (UUID after = null; going.getAsBoolean(); after = some.getLast()) {
            some = source.subjects(after, AT_ONCE);
            if (!some.isEmpty()) {
                var changes = Change.all(tenant.id(), some, source.entries(Set.copyOf(some)));
                underWay.add(workers.submit(() -> {
                    index.add(changes);
                    return null;
                }));
            }
            await(underWay, some.size() < AT_ONCE ? 0 : 2 * WORKERS);
            if (some.size() < AT_ONCE) {
                return true;
            }
        }
        return false;
    }

    /** Waits until no more than so many are under way; what failed in one of them is thrown. */
    private static void await(Queue<Future<?>> underWay, int most) {
        try {
            while (underWay.size() > most) {
                underWay.remove().get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The search index could not be built anew", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
