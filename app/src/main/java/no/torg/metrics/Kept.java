package no.torg.metrics;

import static no.torg.db.metrics.Tables.STAND;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this node has read of the measures, kept for as long as nothing more is counted. Whoever counts sets a new mark in the same transaction, on any
 * node and in any process. The marks are read before what is kept under them, so nothing older is ever shown; they are drawn by lot, so that none
 * comes again after a transaction that was rolled back. Within a transaction nothing is kept: it may see what nobody else will.
 */
@Component
class Kept {

    /** Rows, and lines asked for, kept in all; about 150 bytes each. */
    private static final int MOST = 100_000;
    /** So many that two who count at once hardly ever wait for each other. */
    private static final int STRIPES = 256;
    /** So small that all stripes' marks can be summed. */
    private static final long MARKS = 1L << 52;

    private final DSLContext db;
    private final Cache<Key, List<?>> lists = Caffeine.newBuilder().maximumWeight(MOST).<Key, List<?>>weigher((key, rows) -> rows.size() + key.weight())
            .expireAfterAccess(Duration.ofHours(1)).build();

    Kept(DSLContext db) {
        this.db = db;
    }

    private record Key(int tenant, long mark, Sight sight, List<?> asked) {

        int weight() {
            return 1 + asked.size() + sight.whole().size() + sight.within().size() + sight.parts().size() + (sight.only() == null ? 0 : sight.only().size());
        }
    }

    /** Where counting stands; empty within a transaction, where nothing is kept. */
    OptionalLong mark() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return OptionalLong.empty();
        }
        var s = STAND;
        return OptionalLong.of(db.select(DSL.coalesce(DSL.sum(s.MARK), DSL.inline(0)).cast(Long.class)).from(s).where(Tenant.owns(s.TENANT_ID)).fetchSingle().value1());
    }

    /** What was asked for, read only where something was counted since it last was; the mark is to be read before it. */
    @SuppressWarnings("unchecked")
    <T> List<T> of(OptionalLong mark, Sight sight, List<?> asked, Supplier<List<T>> read) {
        return mark.isEmpty() ? read.get()
                : (List<T>) lists.get(new Key(Tenant.current().id(), mark.getAsLong(), sight, List.copyOf(asked)), none -> List.copyOf(read.get()));
    }

    /** Something was counted; needs the transaction of it. */
    void counted() {
        var s = STAND;
        db.insertInto(s, s.TENANT_ID, s.STRIPE, s.MARK).select(DSL.select(DSL.val(Tenant.current().id()), DSL.field("pg_backend_pid() % {0}", Integer.class, DSL.inline(STRIPES)),
                DSL.val(ThreadLocalRandom.current().nextLong(MARKS)))).onConflict(s.TENANT_ID, s.STRIPE).doUpdate().set(s.MARK, DSL.excluded(s.MARK)).execute();
    }
}
