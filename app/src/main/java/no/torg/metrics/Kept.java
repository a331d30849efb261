package no.torg.metrics;

import static no.torg.db.metrics.Tables.STAND;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What this node has read of the measures, kept for as long as nothing more is counted. Whoever counts moves the tenant's stand in the same
 * transaction, on any node and in any process; the stand is read before what is kept under it, so nothing older than it is ever shown.
 */
@Component
class Kept {

    /** Rows kept in all, about 150 bytes each. */
    private static final int MOST = 100_000;
    /** So many that two who count at once hardly ever wait for each other. */
    private static final int STRIPES = 256;

    private final DSLContext db;
    private final Cache<Key, List<?>> lists = Caffeine.newBuilder().maximumWeight(MOST).<Key, List<?>>weigher((key, rows) -> rows.size() + 1)
            .expireAfterAccess(Duration.ofHours(1)).build();

    Kept(DSLContext db) {
        this.db = db;
    }

    private record Key(int tenant, long stand, Sight sight, List<?> asked) {
    }

    /** What was asked for, read only where something was counted since it last was. */
    @SuppressWarnings("unchecked")
    <T> List<T> of(Sight sight, List<?> asked, Supplier<List<T>> read) {
        return (List<T>) lists.get(new Key(Tenant.current().id(), stand(), sight, List.copyOf(asked)), none -> List.copyOf(read.get()));
    }

    /** Something was counted; needs the transaction of it. */
    void moved() {
        var s = STAND;
        db.insertInto(s, s.TENANT_ID, s.STRIPE, s.MOVED).select(DSL.select(DSL.val(Tenant.current().id()), DSL.field("pg_backend_pid() % {0}", Integer.class, DSL.inline(STRIPES)),
                DSL.inline(1L))).onConflict(s.TENANT_ID, s.STRIPE).doUpdate().set(s.MOVED, s.MOVED.plus(1)).execute();
    }

    private long stand() {
        var s = STAND;
        return db.select(DSL.coalesce(DSL.sum(s.MOVED), DSL.inline(0)).cast(Long.class)).from(s).where(Tenant.owns(s.TENANT_ID)).fetchSingle().value1();
    }
}
