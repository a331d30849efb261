package no.torg.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/** Takes all that a source has of a tenant into an index that has nothing of it, by as many threads as there are processors; each gives way to all other work. */
final class Anew {

    private static final int AT_ONCE = 100;

    private final Index index;
    private final Tenant tenant;
    private final Source source;
    private final BooleanSupplier going;
    private @Nullable UUID after;
    private boolean over;

    Anew(Index index, Tenant tenant, Source source, BooleanSupplier going) {
        this.index = index;
        this.tenant = tenant;
        this.source = source;
        this.going = going;
    }

    /** Gives whether all is in; false when it was told to stop. */
    boolean all() {
        Callable<Boolean> work = this::take;
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("torg-search-anew-", 1).factory())) {
            for (var done : threads.invokeAll(Stream.generate(() -> work).limit(Runtime.getRuntime().availableProcessors()).toList())) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
        return going.getAsBoolean();
    }

    private boolean take() throws IOException {
        Yielding.begin();
        try {
            tenant.run(() -> {
                for (var some = next(); !some.isEmpty(); some = next()) {
                    add(some);
                }
            });
            return true;
        } finally {
            over();
        }
    }

    private void add(List<UUID> some) {
        try {
            index.add(Change.all(tenant.id(), some, source.entries(Set.copyOf(some))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private synchronized List<UUID> next() {
        if (over || !going.getAsBoolean()) {
            return List.of();
        }
        var some = source.subjects(after, AT_ONCE);
        over = some.size() < AT_ONCE;
        after = some.isEmpty() ? after : some.getLast();
        return some;
    }

    /** Nothing more for the others either: all is taken, or one has failed. */
    private synchronized void over() {
        over = true;
    }
}
