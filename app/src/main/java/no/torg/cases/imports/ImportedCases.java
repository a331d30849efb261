package no.torg.cases.imports;

import static no.torg.db.cases.Tables.CASE_ALIAS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.calendars.Calendars;
import no.torg.cases.CaseFile;
import no.torg.events.Event;
import no.torg.events.EventLog;
import no.torg.events.History;
import no.torg.events.NewEvent;
import no.torg.metrics.Metrics;
import no.torg.metrics.Occurrence;
import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for cases of another system: rows, history and figures, in one transaction a batch. What is brought again is there already and changes
 * nothing; what is new joins its case wherever its order places it. Nobody is told of any of it.
 */
@Component
public class ImportedCases {

    /** The type of the event that each record of the other system becomes. */
    public static final String TYPE = "cases.imported";

    private final DSLContext db;
    private final ImportedRows rows;
    private final EventLog log;
    private final History history;
    private final Metrics metrics;
    private final Calendars calendars;

    ImportedCases(DSLContext db, ImportedRows rows, EventLog log, History history, Metrics metrics, Calendars calendars) {
        this.db = db;
        this.rows = rows;
        this.log = log;
        this.history = history;
        this.metrics = metrics;
        this.calendars = calendars;
    }

    /**
     * What cases are of: the service's row and version, its kind, and the scheme, which names the source.
     */
    public record Source(UUID service, String version, String kind, String scheme) {
    }

    /** How many cases and events were new, and how many events were there already; and those of which the same was there already and said something else. */
    public record Kept(int cases, int events, int again, Set<UUID> differing) {
    }

    /** Keeps a batch of cases, each number of the source at most once in it. Administrators and system actors. */
    @Transactional
    public Kept keep(Actor actor, Source source, Collection<ImportedCase> batch) {
        Administration.require(actor);
        batch.stream().map(one -> Lane.of(one.value())).distinct().sorted().forEach(lane -> db.execute("select pg_advisory_xact_lock(hashtextextended({0}, {1}))",
                DSL.val("import " + source.scheme() + " " + lane), DSL.val((long) Tenant.current().id())));
        var known = known(source, batch);
        rows.hold(known.values());
        var before = history.of(known.values(), TYPE).stream().collect(Collectors.groupingBy(Event::subject));
        var lived = history.lived(known.values());
        var work = new Work(source);
        for (var one : batch) {
            var id = known.get(one.value());
            work.add(one, id, id == null ? List.of() : before.getOrDefault(id, List.of()), id != null && lived.contains(id));
        }
        rows.make(source, work.made);
        rows.change(work.changed);
        log.appendImported(work.events);
        metrics.replace(work.were, work.are);
        var given = batch.stream().flatMap(one -> one.events().stream()).filter(event -> !work.differing.contains(event.id())).count();
        return new Kept(work.made.size(), work.events.size(), (int) given - work.events.size(), work.differing);
    }

    /** What a batch comes to, before any of it is written. */
    private final class Work {

        private final Source source;
        private final List<Occurrence> were = new ArrayList<>();
        private final List<Occurrence> are = new ArrayList<>();
        private final List<NewEvent> events = new ArrayList<>();
        private final List<CaseRow> made = new ArrayList<>();
        private final List<CaseRow> changed = new ArrayList<>();
        private final Set<UUID> differing = new HashSet<>();

        Work(Source source) {
            this.source = source;
        }

        /** A case that has lived on since keeps its row, and how it stands in the figures: only its history gets what was missing. It stays with its service. */
        void add(ImportedCase one, @Nullable UUID id, List<Event> before, boolean lived) {
            var old = before.stream().map(EventFacts::read).sorted(ImportedEvent.ORDER).toList();
            var known = old.stream().collect(Collectors.toMap(ImportedEvent::id, Function.identity()));
            one.events().stream().filter(event -> known.containsKey(event.id()) && event.differs(known.get(event.id()))).forEach(event -> differing.add(event.id()));
            var service = before.isEmpty() ? source.service() : EventFacts.service(before.getFirst());
            var fresh = lived ? outlived(old, fresh(old, one.events())) : fresh(old, one.events());
            if (fresh.isEmpty()) {
                return;
            }
            var all = Stream.concat(old.stream(), fresh.stream()).sorted(ImportedEvent.ORDER).toList();
            var opened = all.getFirst().times().opened();
            var subject = id == null ? id(opened) : id;
            were.addAll(ImportedFigures.of(service, subject, old, calendars));
            are.addAll(ImportedFigures.of(service, subject, all, calendars));
            fresh.forEach(event -> events.add(NewEvent.imported(event.id(), CaseFile.KIND, subject, TYPE, event.hands().actor(), event.times().at(),
                    EventFacts.of(event, service, ImportedFigures.worked(event, opened, calendars)))));
            var row = new CaseRow(subject, one, Course.of(all), fresh.contains(all.getLast()));
            if (id == null) {
                made.add(row);
            } else if (!lived) {
                changed.add(row);
            }
        }
    }

    private Map<String, UUID> known(Source source, Collection<ImportedCase> batch) {
        var values = batch.stream().map(ImportedCase::value).toArray(String[]::new);
        return db.select(CASE_ALIAS.VALUE, CASE_ALIAS.CASE_ID).from(CASE_ALIAS)
                .where(Tenant.owns(CASE_ALIAS.TENANT_ID), CASE_ALIAS.SCHEME.eq(source.scheme()), CASE_ALIAS.VALUE.eq(DSL.any(values)))
                .fetchMap(CASE_ALIAS.VALUE, CASE_ALIAS.CASE_ID);
    }

    /** Those that the case does not have yet, each once. */
    private static List<ImportedEvent> fresh(List<ImportedEvent> old, List<ImportedEvent> given) {
        var fresh = new HashMap<UUID, ImportedEvent>();
        given.stream().sorted(ImportedEvent.ORDER).forEach(event -> fresh.putIfAbsent(event.id(), event));
        old.forEach(event -> fresh.remove(event.id()));
        return List.copyOf(fresh.values());
    }

    /** Those that tell what was after all that was known before the case went on here are marked so; others fill what was missing in between. */
    private static List<ImportedEvent> outlived(List<ImportedEvent> old, List<ImportedEvent> fresh) {
        var last = old.stream().filter(event -> !event.outlived()).max(ImportedEvent.ORDER);
        return fresh.stream().map(event -> last.isPresent() && ImportedEvent.ORDER.compare(event, last.get()) > 0 ? event.late() : event).toList();
    }

    /** Ids in the order in which the cases were opened, so that neighbours in time are neighbours in the indexes. */
    private static UUID id(Instant opened) {
        var random = UuidCreator.getTimeOrderedEpoch();
        var millis = Math.max(0, opened.toEpochMilli());
        return new UUID(millis << 16 | random.getMostSignificantBits() & 0xFFFF, random.getLeastSignificantBits());
    }
}
