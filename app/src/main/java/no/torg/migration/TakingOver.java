package no.torg.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

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
import no.torg.migration.Runs.Run;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns staged records into cases with their history, a batch of whole cases a transaction. */
@Component
class TakingOver {

    private static final int ROWS_AT_ONCE = 2_500;
    private static final String WAITING = "waiting-for-";

    private final Runs runs;
    private final Naming names;
    private final SourceCatalogue services;
    private final ImportedCases cases;
    private final TransactionTemplate transaction;

    TakingOver(Runs runs, Naming names, SourceCatalogue services, ImportedCases cases, PlatformTransactionManager transactions) {
        this.runs = runs;
        this.names = names;
        this.services = services;
        this.cases = cases;
        this.transaction = new TransactionTemplate(transactions);
    }

    Work of(Actor actor, Run run, Mapping mapping) {
        return transaction.execute(status -> new Work(actor, run.id(), mapping, new Rows(mapping, String.valueOf(run.header())), names.mails(mapping),
                names.prepare(actor, mapping), services.of(actor, mapping, Organisation.NO_TEAM, null)));
    }

    private record Ahead(String from, CompletableFuture<List<Read>> batch) {
    }

    /** An import being worked on, by one thread. */
    final class Work {

        private final Actor actor;
        private final UUID run;
        private final Mapping mapping;
        private final Rows rows;
        private final Map<String, UUID> mails;
        private final UUID unit;
        private final Source source;
        private @Nullable Ahead ahead;

        private Work(Actor actor, UUID run, Mapping mapping, Rows rows, Map<String, UUID> mails, UUID unit, Source source) {
            this.actor = actor;
            this.run = run;
            this.mapping = mapping;
            this.rows = rows;
            this.mails = mails;
            this.unit = unit;
            this.source = source;
        }

        /** Takes the next batch over; gives whether there may be more. */
        boolean more() {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var now = runs.lock(run);
                if (!now.state().equals("working")) {
                    return false;
                }
                var read = after(now.workedTo());
                if (read.isEmpty()) {
                    runs.enter(run, "done");
                    return false;
                }
                var last = read.getLast().number();
                var tenant = Tenant.current();
                ahead = new Ahead(last, CompletableFuture.supplyAsync(() -> tenant.ask(() -> next(last)), Thread::startVirtualThread));
                var meant = names.of(actor, mapping, mails, unit, read);
                var kept = cases.keep(actor, source, cases(read, meant));
                runs.worked(run, last, read.size(), kept.cases(), kept.events(), kept.again());
                return true;
            }));
        }

        /** Read ahead while the batch before was being kept, unless another has worked on this import meanwhile. */
        private List<Read> after(String workedTo) {
            return ahead != null && ahead.from().equals(workedTo) ? ahead.batch().join() : next(workedTo);
        }

        private List<Read> next(String workedTo) {
            return runs.next(run, workedTo, ROWS_AT_ONCE).stream().map(one -> rows.read(one.n(), one.line(), (field, value) -> { })).toList();
        }

        private List<ImportedCase> cases(List<Read> read, Naming.Meant meant) {
            var byNumber = new LinkedHashMap<String, List<Read>>();
            read.forEach(one -> byNumber.computeIfAbsent(one.number(), none -> new ArrayList<>()).add(one));
            var found = new ArrayList<ImportedCase>();
            byNumber.forEach((number, records) -> {
                var events = records.stream().map(one -> event(one, meant)).toList();
                var last = records.get(events.indexOf(events.stream().max(ImportedEvent.ORDER).orElseThrow()));
                found.add(new ImportedCase(number, last.titles().get(), last.fields().get(), events));
            });
            return found;
        }

        private ImportedEvent event(Read read, Naming.Meant meant) {
            var ends = mapping.columns().resolved() != null || mapping.columns().closed() != null;
            var sorting = new Sorting(Integer.parseInt(read.priority().value()), read.priority().label(), read.channel().value(), read.channel().label(),
                    read.impact().value(), read.urgency().value());
            var counters = new ArrayList<Counter>();
            mapping.counters().forEach(counter -> {
                var value = read.counters().get(counter.name());
                if (value != null) {
                    counters.add(new Counter(counter.name(), counter.mean() == null ? "" : counter.mean(), value));
                }
            });
            return new ImportedEvent(read.id(), read.order(), new Times(read.at(), read.opened(), read.resolved(), read.closed(), ends), standing(read),
                    sorting, new Hands(meant.team(read), meant.optional(read.handler()), meant.requester(read), meant.optional(read.by())), counters);
        }
    }

    /** A state that the mapping does not name is kept as a sub-state of being worked on. */
    static Standing standing(Read read) {
        var state = read.state();
        var waitFor = state.value().startsWith(WAITING) ? state.value().substring(WAITING.length()) : null;
        return new Standing(waitFor != null ? CaseState.WAITING : CaseState.of(state.value()), state.label(),
                state.named() || state.label().isEmpty() ? null : state.label(), waitFor);
    }
}
