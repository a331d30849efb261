package no.torg.cases.replay;

import static no.torg.db.cases.Tables.CASE_FILE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.cases.CaseFile;
import no.torg.events.Event;
import no.torg.events.History;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the rows of some cases with their log, both read in one snapshot, so that it is exact while people work. */
@Repository
class Comparison {

    private static final int TOLD = 10;

    private final DSLContext db;
    private final History history;
    private final TransactionTemplate snapshot;

    Comparison(DSLContext db, History history, PlatformTransactionManager transactions) {
        this.db = db;
        this.history = history;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A column that a row keeps otherwise than the log says; {@code noun} is "row" or "log" where the whole row, or every event, is missing. */
    record Difference(UUID caseId, String noun, String kept, String replayed) {
    }

    /**
     * What some cases came to.
     *
     * @param upTo      the last of them; null when there are no more
     * @param differing cases that differ, of which the first few are told column by column
     */
    record Slice(@Nullable UUID upTo, long cases, long events, long differing, List<Difference> told) {
    }

    /** Compares so many of the bound tenant's cases, by their ids after that one; the last slice also finds events whose case has no row. */
    Slice slice(@Nullable UUID after, int size) {
        return snapshot.execute(status -> {
            var rows = rows(after, size);
            var upTo = rows.size() < size ? null : new ArrayList<>(rows.keySet()).getLast();
            var found = new Found(rows);
            history.written(CaseFile.KIND, after, upTo, found::compare);
            rows.keySet().forEach(id -> found.differ(List.of(new Difference(id, "log", "a row", "no event"))));
            return new Slice(upTo, found.cases + rows.size(), found.events, found.differing, found.told);
        });
    }

    private Map<UUID, Map<Repeated, String>> rows(@Nullable UUID after, int size) {
        var rows = new LinkedHashMap<UUID, Map<Repeated, String>>();
        db.select(CASE_FILE.ID).select(Repeated.fields()).from(CASE_FILE)
                .where(Tenant.owns(CASE_FILE.TENANT_ID), after == null ? DSL.noCondition() : CASE_FILE.ID.gt(after)).orderBy(CASE_FILE.ID).limit(size)
                .forEach(row -> rows.put(row.get(CASE_FILE.ID), kept(row)));
        return rows;
    }

    private static Map<Repeated, String> kept(Record row) {
        var kept = new EnumMap<Repeated, String>(Repeated.class);
        for (var column : Repeated.values()) {
            kept.put(column, Fold.text(row.get(column.field())));
        }
        return kept;
    }

    /** The differences among rows, from which each case goes as its events come. */
    private static final class Found {

        private final Map<UUID, Map<Repeated, String>> rows;
        private final List<Difference> told = new ArrayList<>();
        private long cases;
        private long events;
        private long differing;

        Found(Map<UUID, Map<Repeated, String>> rows) {
            this.rows = rows;
        }

        void compare(List<Event> log) {
            events += log.size();
            var id = log.getFirst().subject();
            var kept = rows.remove(id);
            if (kept == null) {
                differ(List.of(new Difference(id, "row", "no row", log.size() + " events")));
                return;
            }
            cases++;
            var replayed = Fold.of(log);
            if (!replayed.equals(kept)) {
                differ(replayed.entrySet().stream().filter(one -> !one.getValue().equals(kept.get(one.getKey())))
                        .map(one -> new Difference(id, one.getKey().field().getName(), Fold.text(kept.get(one.getKey())), one.getValue())).toList());
            }
        }

        void differ(List<Difference> differences) {
            differing++;
            if (told.size() < TOLD) {
                told.addAll(differences);
            }
        }
    }
}
