package no.torg.metrics;

import static no.torg.db.metrics.Tables.STAND;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import no.torg.tenancy.Tenant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this node has read of the measures, kept for as long as nothing more is counted. Whoever counts sets a new mark in the same transaction, on any
 * node and in any process. The mark is read before what is kept under it, or by the same statement, so nothing older is ever shown; marks are drawn by
 * lot, so that none comes again after a transaction that was rolled back. Within a transaction nothing is kept: it may see what nobody else will.
 */
@Component
class Kept {

    /** No mark: stands before all. */
    static final long NEVER = -1;

    /**
     * Begins a statement that tells where counting stands, as {@code stand.mark} of the marks {0}, and whether that is another mark than {1}, as
     * {@code news.any}; then there is more to read.
     */
    static final String WITH = """
            with stand as materialized (select coalesce(sum(mark), 0)::bigint as mark from metrics.stand where {0}),
            news as materialized (select mark <> {1} as any from stand),
            """;

    /** Rows, and lines asked for, kept in all; about 150 bytes each. */
    private static final int MOST = 100_000;
    /** So many that two who count at once hardly ever wait for each other. */
    private static final int STRIPES = 256;
    /** So small that all stripes' marks can be summed. */
    private static final long MARKS = 1L << 52;

    private final DSLContext db;
    private final Cache<Key, Known<?>> lists = Caffeine.newBuilder().maximumWeight(MOST).<Key, Known<?>>weigher((key, known) -> known.rows().size() + key.weight())
            .expireAfterAccess(Duration.ofHours(1)).build();

    Kept(DSLContext db) {
        this.db = db;
    }

    private record Key(int tenant, Sight sight, List<?> asked) {

        int weight() {
            return 1 + asked.size() + sight.whole().size() + sight.within().size() + sight.parts().size() + (sight.only() == null ? 0 : sight.only().size());
        }
    }

    /** What was read where counting stood at a mark; without rows where that is the mark of what is known already. */
    record Known<T>(long mark, List<T> rows) {

        /** What a statement that begins so, and counts {@code n}, came to. */
        static <T> Known<T> of(Result<Record> found, Function<Record, T> row) {
            return new Known<>(found.getFirst().get("mark", Long.class), found.stream().filter(one -> one.get("n") != null).map(row).toList());
        }
    }

    /** Whether anything is kept now. */
    boolean keeps() {
        return !TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** Where counting stands. */
    long mark() {
        return db.select(DSL.coalesce(DSL.sum(STAND.MARK), DSL.inline(0)).cast(Long.class)).from(STAND).where(here()).fetchSingle().value1();
    }

    /** The marks of the tenant at hand. */
    Condition here() {
        return Tenant.owns(STAND.TENANT_ID);
    }

    /** What is kept of this, if anything is. */
    @SuppressWarnings("unchecked")
    <T> @Nullable Known<T> find(Sight sight, List<?> asked) {
        return (Known<T>) lists.getIfPresent(new Key(Tenant.current().id(), sight, asked));
    }

    /** Keeps it in place of what was kept of this before. */
    <T> Known<T> keep(Sight sight, List<?> asked, Known<T> read) {
        var known = new Known<>(read.mark(), List.copyOf(read.rows()));
        lists.put(new Key(Tenant.current().id(), sight, List.copyOf(asked)), known);
        return known;
    }

    /** Something was counted; needs the transaction of it. */
    void counted() {
        var s = STAND;
        db.insertInto(s, s.TENANT_ID, s.STRIPE, s.MARK).select(DSL.select(DSL.val(Tenant.current().id()), DSL.field("pg_backend_pid() % {0}", Integer.class, DSL.inline(STRIPES)),
                DSL.val(ThreadLocalRandom.current().nextLong(MARKS)))).onConflict(s.TENANT_ID, s.STRIPE).doUpdate().set(s.MARK, DSL.excluded(s.MARK)).execute();
    }
}
