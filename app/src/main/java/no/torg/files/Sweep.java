package no.torg.files;

import static no.torg.db.files.Tables.UPLOAD;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Throws away what was sent and never used within a day: first the rows, then the bytes that no row names. On one node at a time. */
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration UNUSED_LIVES = Duration.ofDays(1);
    private static final int ROWS = 500;

    private final DSLContext db;
    private final Files files;
    private final List<FileUse> uses;

    Sweep(DSLContext db, Files files, List<FileUse> uses) {
        this.db = db;
        this.files = files;
        this.uses = uses;
    }

    /** Deletes the bound tenant's unused rows and gives how many; 0 when another node is at it. */
    @Transactional
    public int rows() {
        if (!alone()) {
            return 0;
        }
        int swept = 0;
        var old = old(new UUID(0, 0));
        // what a draft keeps must not stand in the way of what comes after it
        while (!old.isEmpty()) {
            swept += sweep(old);
            old = old(old.getLast().value1());
        }
        return swept;
    }

    /** The next rows after {@code after} that nobody has used within a day; whether they were thrown away besides. */
    private Result<Record2<UUID, Boolean>> old(UUID after) {
        return db.select(UPLOAD.ID, DSL.field(UPLOAD.FORGOTTEN_AT.isNotNull())).from(UPLOAD)
            .where(Tenant.owns(UPLOAD.TENANT_ID), UPLOAD.USED_BY.isNull(), UPLOAD.AT.lt(Instant.now().minus(UNUSED_LIVES)), UPLOAD.ID.gt(after))
            .orderBy(UPLOAD.ID).limit(ROWS).fetch();
    }

    private int sweep(List<Record2<UUID, Boolean>> old) {
        var unused = new HashSet<UUID>();
        old.forEach(row -> unused.add(row.value1()));
        var asked = old.stream().filter(row -> !row.value2()).map(Record2::value1).collect(Collectors.toSet());
        if (!asked.isEmpty()) {
            uses.forEach(use -> unused.removeAll(use.uploads(asked)));
        }
        return db.deleteFrom(UPLOAD).where(Tenant.owns(UPLOAD.TENANT_ID), UPLOAD.ID.in(unused), UPLOAD.USED_BY.isNull()).execute();
    }

    /** Deletes the bound tenant's bytes that no row names and gives how many files; only reads the database, so it may take its time. */
    @Transactional(readOnly = true)
    public int bytes() {
        if (!alone()) {
            return 0;
        }
        int swept = files.sweep(Tenant.current().id(), this::named);
        LOG.debug("{}: {} files that nobody named", Tenant.current().slug(), swept);
        return swept;
    }

    private Set<String> named(Set<String> hashes) {
        var named = new HashSet<>(db.selectDistinct(UPLOAD.HASH).from(UPLOAD).where(Tenant.owns(UPLOAD.TENANT_ID), UPLOAD.HASH.in(hashes)).fetchSet(UPLOAD.HASH));
        uses.forEach(use -> named.addAll(use.hashes(hashes)));
        return named;
    }

    private boolean alone() {
        return Boolean.TRUE.equals(db.select(DSL.field("pg_try_advisory_xact_lock(hashtext('torg files sweep'), {0})", Boolean.class,
            DSL.val(Tenant.current().id()))).fetchSingle().value1());
    }
}
