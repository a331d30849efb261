package no.torg.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import no.torg.cases.CaseState;
import no.torg.cases.imports.ImportedCase;
import no.torg.cases.imports.ImportedCases;
import no.torg.cases.imports.ImportedCases.Source;
import no.torg.cases.imports.ImportedEvent;
import no.torg.cases.imports.ImportedEvent.Counter;
import no.torg.cases.imports.ImportedEvent.Hands;
import no.torg.cases.imports.ImportedEvent.Sorting;
import no.torg.cases.imports.ImportedEvent.Standing;
import no.torg.cases.imports.ImportedEvent.Times;
import no.torg.cases.imports.Lane;
import no.torg.migration.Runs.Run;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns staged records into cases with their history, a batch of whole cases a transaction, lane beside lane. */
@Component
class TakingOver {

    private static final int ROWS_AT_ONCE = 2_500;
    private static final String WAITING = "waiting-for-";

    private final Runs runs;
    private final Lanes lanes;
    private final Naming names;
    private final SourceCatalogue services;
    private final ImportedCases cases;
    private final TransactionTemplate transaction;

    TakingOver(Runs runs, Lanes lanes, Naming names, SourceCatalogue services, ImportedCases cases, PlatformTransactionManager transactions) {
        this.runs = runs;
        this.lanes = lanes;
        this.names = names;
        this.services = services;
        this.cases = cases;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The import's lanes, each to be worked on by a thread of its own. */
    List<Work> of(Actor actor, Run run, Mapping mapping) {
        return transaction.execute(status -> {
            lanes.open(run);
            var mails = names.mails(mapping);
            var unit = names.prepare(actor, mapping);
            var source = services.of(actor, mapping, Organisation.NO_TEAM, null);
            var setting = new Setting(actor, run.id(), mapping, mails, unit, source);
            return IntStream.range(0, Lane.LANES).mapToObj(lane -> new Work(setting, lane, new Rows(mapping, String.valueOf(run.header())))).toList();
        });
    }

    private record Setting(Actor actor, UUID run, Mapping mapping, Map<String, UUID> mails, UUID unit, Source source) {
    }

    private record Ahead(String from, CompletableFuture<Batch> batch) {
    }

    private record Taken(Read read, ImportedEvent event) {
    }

    private record Batch(List<Read> records, Naming.Meant meant) {
    }

    /** A lane of an import being worked on, by one thread. */
    final class Work {

        private final Setting the;
        private final int lane;
        private final Rows rows;
        private @Nullable Ahead ahead;

        private Work(Setting the, int lane, Rows rows) {
            this.the = the;
            this.lane = lane;
            this.rows = rows;
        }

        /** Takes the next batch over; gives whether there may be more. */
        boolean more() {
            if (ahead != null) {
                // before this lane holds a connection: reading ahead needs one too, and they may be few
                ahead.batch().join();
            }
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var workedTo = lanes.lock(the.run(), lane);
                return workedTo.isPresent() && more(workedTo.get());
            }));
        }

        private boolean more(String workedTo) {
            var batch = after(workedTo);
            if (batch.records().isEmpty()) {
                end();
                return false;
            }
            var last = batch.records().getLast().number();
            var tenant = Tenant.current();
            ahead = new Ahead(last, CompletableFuture.supplyAsync(() -> tenant.ask(() -> next(last)), Thread::startVirtualThread));
            var alike = new Alike(the.mapping(), batch.records());
            var kept = cases.keep(the.actor(), the.source(), cases(alike.records(), batch.meant()));
            lanes.worked(the.run(), lane, last);
            // last, for the other lanes wait from here to the end of the transaction
            runs.reject(the.run(), alike.differing());
            runs.reject(the.run(), Alike.differing(alike.records(), kept.differing()));
            runs.worked(the.run(), batch.records().size(), kept.cases(), kept.events(), kept.again());
            return true;
        }

        private void end() {
            lanes.done(the.run(), lane);
            runs.lock(the.run());
            if (lanes.allDone(the.run())) {
                runs.enter(the.run(), "done");
            }
        }

        /** Read ahead while the batch before was being kept, unless another has worked on this import meanwhile. */
        private Batch after(String workedTo) {
            return ahead != null && ahead.from().equals(workedTo) ? ahead.batch().join() : next(workedTo);
        }

        private Batch next(String workedTo) {
            var records = runs.next(the.run(), lane, workedTo, ROWS_AT_ONCE).stream().map(one -> rows.read(one.n(), one.line(), (field, value) -> { })).toList();
            return new Batch(records, names.of(the.actor(), the.mapping(), the.mails(), the.unit(), records));
        }

        private List<ImportedCase> cases(List<Read> records, Naming.Meant meant) {
            var byNumber = new LinkedHashMap<String, List<Read>>();
            records.forEach(one -> byNumber.computeIfAbsent(one.number(), none -> new ArrayList<>()).add(one));
            var found = new ArrayList<ImportedCase>();
            byNumber.forEach((number, of) -> {
                var taken = of.stream().map(one -> new Taken(one, event(one, meant))).sorted(Comparator.comparing(Taken::event, ImportedEvent.ORDER)).toList();
                found.add(new ImportedCase(number, new CaseTexts(the.mapping(), taken.stream().map(Taken::read).toList()).texts(), taken.stream().map(Taken::event).toList()));
            });
            return found;
        }

        private ImportedEvent event(Read read, Naming.Meant meant) {
            var ends = !the.mapping().columns().resolved().none() || !the.mapping().columns().closed().none();
            var sorting = new Sorting(Integer.parseInt(read.priority().value()), read.priority().label(), read.channel().value(), read.channel().label(),
                    read.impact().value(), read.urgency().value());
            var counters = new ArrayList<Counter>();
            the.mapping().counters().forEach(counter -> {
                var value = read.counters().get(counter.name());
                if (value != null) {
                    counters.add(new Counter(counter.name(), counter.mean() == null ? "" : counter.mean(), value));
                }
            });
            return new ImportedEvent(read.id(), read.order(), new Times(read.at(), read.opened(), read.resolved(), read.closed(), ends, null), standing(read),
                    sorting, new Hands(meant.team(read), meant.optional(read.handler()), meant.requester(read), meant.optional(read.by())), counters, read.unsaid(the.mapping().carried()), Alike.digest(the.mapping(), read), false);
        }
    }

    /** A state that the mapping does not name is kept as a sub-state of being worked on. */
    static Standing standing(Read read) {
        var state = read.state();
        var waitFor = state.value().startsWith(WAITING) ? state.value().substring(WAITING.length()) : null;
        return new Standing(waitFor != null ? CaseState.WAITING : CaseState.of(state.value()), state.label(),
                state.named() || state.unchanged() || state.label().isEmpty() ? null : state.label(), waitFor);
    }
}
