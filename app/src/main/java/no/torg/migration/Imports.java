package no.torg.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import no.torg.migration.Runs.Log;
import no.torg.migration.Runs.Rejected;
import no.torg.migration.Runs.Run;
import no.torg.migration.Runs.Staged;
import no.torg.migration.Runs.Unmapped;
import no.torg.migration.Runs.Upto;
import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.people.Organisation;
import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to imports of event logs. A file is first read into staged records, then taken over case by case; each step is a short transaction,
 * and an import that was broken off goes on where it stopped. Administrators and system actors; the bound tenant.
 */
@Component
public class Imports {

    private static final int STAGED_AT_ONCE = 4_000;
    /** Of a trial, records that are kept to be shown. */
    static final int FIRST = 10;
    /** A run of the same file takes the place of one that was broken off so long ago. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final Runs runs;
    private final Findings findings;
    private final Remains remains;
    private final Naming names;
    private final SourceCatalogue services;
    private final TakingOver takingOver;
    private final TransactionTemplate transaction;

    Imports(Runs runs, Findings findings, Remains remains, Naming names, SourceCatalogue services, TakingOver takingOver, PlatformTransactionManager transactions) {
        this.runs = runs;
        this.findings = findings;
        this.remains = remains;
        this.names = names;
        this.services = services;
        this.takingOver = takingOver;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Reads a mapping; what is wrong with it is told all at once. */
    Mapping mapping(String text) {
        return MappingReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An import of the same file by the same mapping that was broken off and can go on. */
    Optional<UUID> brokenOff(Actor actor, String mapping, String hash) {
        Administration.require(actor);
        return runs.brokenOff(mapping, hash);
    }

    /** Begins an import: makes the service and what else there must be. */
    UUID begin(Actor actor, String mapping, Log log, @Nullable UUID owner) {
        Administration.require(actor);
        var read = mapping(mapping);
        return transaction.execute(status -> {
            names.mails(read);
            names.prepare(actor, read);
            services.of(actor, read, Organisation.NO_TEAM, owner);
            var id = runs.begin(actor, read, mapping, log, false);
            if (log.hash() != null) {
                remains.replace(id, log.hash(), QUIET);
            }
            return id;
        });
    }

    /** Begins a trial: what is found is kept for some days, and nothing is taken over. */
    UUID tryOut(Actor actor, String mapping, Log log) {
        Administration.require(actor);
        var read = mapping(mapping);
        names.mails(read);
        return transaction.execute(status -> runs.begin(actor, read, mapping, log, true));
    }

    /** Reads the file from where the import stands into staged and rejected records. */
    void read(Actor actor, UUID id, InputStream file, Consumer<Run> progress) {
        Administration.require(actor);
        var run = runs.get(id);
        if (!run.state().equals("reading")) {
            return;
        }
        var mapping = mapping(run.mapping());
        try (var counted = new Counted(file); var lines = new Lines(counted, mapping.shape())) {
            var header = lines.next();
            if (header == null) {
                throw MappingProblems.of(List.of("The file is empty."));
            }
            var rows = new Rows(mapping, header);
            transaction.executeWithoutResult(status -> runs.header(id, header));
            stage(run, rows, lines, counted, progress);
        } catch (IOException broken) {
            throw new UncheckedIOException("The file cannot be read", broken);
        }
        if (!Boolean.TRUE.equals(transaction.execute(status -> runs.enter(id, run.trial() ? "tried" : "working")))) {
            throw new Refused("migration.imports.taken");
        }
    }

    private void stage(Run run, Rows rows, Lines lines, Counted file, Consumer<Run> progress) {
        long n = 0;
        var from = run.readTo();
        var chunk = new Chunk();
        var kept = CompletableFuture.<Void>completedFuture(null);
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (++n > run.readTo()) {
                    chunk.add(rows, n, line);
                    if (chunk.full(STAGED_AT_ONCE)) {
                        ended(kept);
                        kept = keeping(run, new Upto(from, n, file.count()), chunk, progress);
                        from = n;
                        chunk = new Chunk();
                    }
                }
            }
        } finally {
            ended(kept);
        }
        ended(keeping(run, new Upto(from, n, file.count()), chunk, progress));
    }

    /** Keeps what was read, while reading goes on. */
    private CompletableFuture<Void> keeping(Run run, Upto upto, Chunk chunk, Consumer<Run> progress) {
        var tenant = Tenant.current();
        var good = run.trial() ? chunk.good.stream().limit(upto.from() == 0 ? FIRST : 0).toList() : chunk.good;
        return CompletableFuture.runAsync(() -> tenant.run(() -> {
            transaction.executeWithoutResult(status -> runs.stage(run.id(), upto, good, chunk.bad, chunk.unmapped));
            progress.accept(runs.get(run.id()));
        }), Thread::startVirtualThread);
    }

    /** Takes the staged records over, batch by batch, until none is left or {@code goOn} says no. Two who work on the same import take turns. */
    void work(Actor actor, UUID id, Consumer<Run> progress, BooleanSupplier goOn) {
        Administration.require(actor);
        var run = runs.get(id);
        if (!run.state().equals("working")) {
            return;
        }
        var tenant = Tenant.current();
        var all = takingOver.of(actor, run, mapping(run.mapping())).stream().map(lane -> CompletableFuture.runAsync(() -> tenant.run(() -> {
            while (goOn.getAsBoolean() && lane.more()) {
                progress.accept(runs.get(id));
            }
        }), Thread::startVirtualThread)).toArray(CompletableFuture<?>[]::new);
        ended(all);
        if (runs.get(id).state().equals("done")) {
            remains.clear(id);
        }
    }

    /** Waits for all lanes; what failed in one of them is thrown. */
    private static void ended(CompletableFuture<?>... lanes) {
        try {
            CompletableFuture.allOf(lanes).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Takes the staged records of imports away that have ended; it is done in the end of each, unless that was broken off. */
    void tidy(Actor actor) {
        Administration.require(actor);
        remains.tidy();
    }

    /** Lets the job that works on imports take this one up at once. */
    void hurry(Actor actor, UUID id) {
        Administration.require(actor);
        transaction.executeWithoutResult(status -> runs.hurry(id));
    }

    /** Says that an import broke off for good, and why: the end of a message key. */
    void broke(Actor actor, UUID id, String why) {
        Administration.require(actor);
        transaction.executeWithoutResult(status -> remains.broke(id, why));
    }

    Run get(Actor actor, UUID id) {
        Administration.require(actor);
        return runs.get(id);
    }

    List<Rejected> rejected(Actor actor, UUID id, long after, int limit) {
        Administration.require(actor);
        return findings.rejected(runs.get(id).id(), after, limit);
    }

    List<Unmapped> unmapped(Actor actor, UUID id) {
        Administration.require(actor);
        return findings.unmapped(runs.get(id).id());
    }

    /** Records read and not kept yet. */
    static final class Chunk {

        /** So much may be in memory, however long the records are. */
        static final int MOST_CHARACTERS = 4_000_000;

        final List<Staged> good = new ArrayList<>();
        final List<Rejected> bad = new ArrayList<>();
        final Map<Unmapped, Long> unmapped = new TreeMap<>(Unmapped.ORDER);

        private long characters;

        void add(Rows rows, long n, String line) {
            characters += line.length();
            try {
                var read = rows.read(n, line, (field, value) -> unmapped.merge(new Unmapped(field, value, 0), 1L, Long::sum));
                good.add(new Staged(read.number(), n, line));
            } catch (Rows.Unreadable unreadable) {
                bad.add(new Rejected(n, line.replace("\0", "\\0"), unreadable.problem()));
            }
        }

        int size() {
            return good.size() + bad.size();
        }

        /** Whether it holds so many records, or fewer that are long. */
        boolean full(int most) {
            return size() >= most || characters >= MOST_CHARACTERS;
        }
    }
}
