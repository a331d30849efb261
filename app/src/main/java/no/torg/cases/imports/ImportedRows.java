package no.torg.cases.imports;

import static no.torg.db.cases.Tables.CASE_ALIAS;
import static no.torg.db.cases.Tables.CASE_ANSWERS;
import static no.torg.db.cases.Tables.CASE_CLOSURE;
import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_TEAM;
import static no.torg.db.cases.Tables.CASE_WAIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.cases.CaseFile;
import no.torg.cases.CaseState;
import no.torg.cases.QueueCounts;
import no.torg.cases.imports.ImportedCases.Source;
import no.torg.conversations.Threads;
import no.torg.events.Moment;
import no.torg.tenancy.Bulk;
import no.torg.tenancy.Bulk.Row;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of imported cases, many at a time. */
@Repository
class ImportedRows {

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() { };

    private final DSLContext db;
    private final JsonMapper json;
    private final Bulk bulk;
    private final Threads threads;
    private final QueueCounts counts;

    ImportedRows(DSLContext db, JsonMapper json, Bulk bulk, Threads threads, QueueCounts counts) {
        this.db = db;
        this.json = json;
        this.bulk = bulk;
        this.threads = threads;
        this.counts = counts;
    }

    void make(Source source, List<CaseRow> cases) {
        if (cases.isEmpty()) {
            return;
        }
        var seqs = seqs(cases.size());
        var files = new ArrayList<Row>();
        for (int i = 0; i < cases.size(); i++) {
            files.add(made(source, cases.get(i), seqs.get(i)));
        }
        bulk.insert(CASE_FILE, files);
        bulk.insert(CASE_ALIAS, cases.stream().map(one -> new Row().set(CASE_ALIAS.SCHEME, source.scheme()).set(CASE_ALIAS.VALUE, one.read().value())
                .set(CASE_ALIAS.CASE_ID, one.id())).toList());
        bulk.insert(CASE_ANSWERS, cases.stream().map(one -> new Row().set(CASE_ANSWERS.CASE_ID, one.id()).set(CASE_ANSWERS.ANSWERS, Map.of())).toList());
        threads.open(CaseFile.KIND, cases.stream().map(CaseRow::id).toList());
        hang(cases);
        count(cases, 1);
    }

    /** Holds cases as they are until the end of the transaction: who works on one waits, and what they did before is seen by what is read from now on. */
    void hold(Collection<UUID> cases) {
        if (!cases.isEmpty()) {
            db.select(CASE_FILE.ID).from(CASE_FILE).where(Tenant.owns(CASE_FILE.TENANT_ID), CASE_FILE.ID.eq(DSL.any(cases.toArray(UUID[]::new))))
                    .orderBy(CASE_FILE.ID).forNoKeyUpdate().execute();
        }
    }

    /** Cases that were imported before and to which nothing has happened since but imports. */
    void change(List<CaseRow> cases) {
        if (cases.isEmpty()) {
            return;
        }
        var c = CASE_FILE;
        var ids = cases.stream().map(CaseRow::id).toArray(UUID[]::new);
        db.select(c.TEAM_ID, c.HANDLER_ID).from(c).where(Tenant.owns(c.TENANT_ID), c.ID.eq(DSL.any(ids)), c.RESOLVED_AT.isNull()).orderBy(c.ID).forUpdate().fetch()
                .forEach(row -> counts.add(row.value1(), -1, row.value2() == null ? -1 : 0));
        bulk.update(c, cases.stream().map(one -> standing(new Row().set(c.ID, one.id()), one)).toList());
        tell(cases.stream().filter(one -> one.told() || one.read().texts().adds()).toList());
        hang(cases);
        rehang(cases);
        count(cases, 1);
    }

    /** What the last records say of their cases: fields and titles, which may stay where they say too little. */
    private void tell(List<CaseRow> saying) {
        var before = before(saying.stream().filter(one -> one.read().texts().adds()).map(CaseRow::id).toArray(UUID[]::new));
        var whole = saying.stream().collect(Collectors.partitioningBy(one -> one.told() && one.read().texts().whole()));
        bulk.update(CASE_FILE, whole.get(true).stream().map(one -> fields(one, before).set(CASE_FILE.TITLE, one.read().texts().titles())).toList());
        bulk.update(CASE_FILE, whole.get(false).stream().map(one -> fields(one, before)).toList());
    }

    /** Records that come between those that were there add what was lacking; later ones say it anew. */
    private static Row fields(CaseRow one, Map<UUID, Map<String, Object>> before) {
        var fields = new LinkedHashMap<>(before.getOrDefault(one.id(), Map.of()));
        one.read().texts().fields().forEach(one.told() ? fields::put : fields::putIfAbsent);
        return new Row().set(CASE_FILE.ID, one.id()).set(CASE_FILE.TITLE_ARGS, fields).set(CASE_FILE.FIELDS, fields);
    }

    private Map<UUID, Map<String, Object>> before(UUID... ids) {
        var c = CASE_FILE;
        return ids.length == 0 ? Map.of() : db.select(c.ID, c.FIELDS).from(c).where(Tenant.owns(c.TENANT_ID), c.ID.eq(DSL.any(ids)))
                .fetchMap(c.ID, row -> json.readValue(row.value2().data(), FIELDS));
    }

    private void count(List<CaseRow> cases, int sign) {
        var open = new HashMap<UUID, int[]>();
        for (var one : cases) {
            if (one.course().rowResolved() == null) {
                var sums = open.computeIfAbsent(one.course().last().hands().team(), none -> new int[2]);
                sums[0] += sign;
                sums[1] += one.course().last().hands().handler() == null ? sign : 0;
            }
        }
        open.forEach((team, sums) -> counts.add(team, sums[0], sums[1]));
    }

    private Row made(Source source, CaseRow one, long seq) {
        var c = CASE_FILE;
        var year = one.course().opened().atZone(Tenant.current().zone()).getYear();
        var row = new Row().set(c.ID, one.id()).set(c.NUMBER, "%d-%06d".formatted(year, seq)).set(c.SEQ, seq).set(c.SERVICE_ID, source.service())
                .set(c.SERVICE_VERSION, source.version()).set(c.KIND, source.kind()).set(c.TITLE, one.read().texts().titles()).set(c.TITLE_KEY, "case-title")
                .set(c.TITLE_ARGS, one.read().texts().fields()).set(c.FIELDS, one.read().texts().fields()).set(c.ACCESS_CODE, "open").set(c.LAST_MESSAGE_INTERNAL, false)
                .set(c.LAST_MESSAGE_SEQ, 0).set(c.PUBLIC_MESSAGE_SEQ, 0);
        for (var due : List.of(c.DUE_AT, c.PROMISED_AT, c.FIRST_REPLY_DUE_AT, c.RESOLUTION_DUE_AT)) {
            row.set(due, NEVER);
        }
        return standing(row, one);
    }

    private static Row standing(Row row, CaseRow one) {
        var c = CASE_FILE;
        var course = one.course();
        var last = course.last();
        return row.set(c.REQUESTER_ID, last.hands().requester()).set(c.TEAM_ID, last.hands().team()).set(c.HANDLER_ID, last.hands().handler())
                .set(c.STATE, last.standing().state().code()).set(c.SUB_STATE, last.standing().subState()).set(c.STATE_SINCE, course.since())
                .set(c.IMPACT, last.sorting().impact()).set(c.URGENCY, last.sorting().urgency()).set(c.PRIORITY, last.sorting().priority())
                .set(c.CHANNEL, last.sorting().channel()).set(c.OPENED_AT, course.opened()).set(c.UPDATED_AT, course.updated())
                .set(c.RESOLVED_AT, course.rowResolved()).set(c.CLOSED_AT, course.rowClosed()).set(c.HAND_OVERS, course.handOvers())
                .set(c.RETURNS, course.returns()).set(c.REOPENINGS, course.reopenings())
                .set(c.LABELS, labels(course));
    }

    /** What the source called it, and which of its ends the row tells though the source did not say when that was, so that no figure has it. */
    private static Map<String, String> labels(Course course) {
        var last = course.last();
        var labels = new HashMap<>(Map.of("state", last.standing().label(), "priority", last.sorting().priorityLabel(), "channel", last.sorting().channelLabel()));
        if (course.rowResolved() != null && course.resolved() == null) {
            labels.put(CaseFile.RESOLVED_UNTOLD, "");
        }
        if (course.rowClosed() != null && course.closed() == null) {
            labels.put(CaseFile.CLOSED_UNTOLD, "");
        }
        return labels;
    }

    /** The closure or the wait that a case ends in, and the teams that had it. */
    private void hang(List<CaseRow> cases) {
        bulk.insert(CASE_CLOSURE, closures(cases));
        bulk.insert(CASE_WAIT, waits(cases));
        bulk.insert(CASE_TEAM, cases.stream().filter(one -> one.course().handOvers() > 0).flatMap(one -> one.course().teams().stream()
                .map(team -> new Row().set(CASE_TEAM.CASE_ID, one.id()).set(CASE_TEAM.TEAM_ID, team))).toList());
    }

    private static List<Row> closures(List<CaseRow> cases) {
        return ending(cases, CaseState.CLOSED).map(one -> new Row().set(CASE_CLOSURE.CASE_ID, one.id()).set(CASE_CLOSURE.NTH, 1)
                .set(CASE_CLOSURE.CLOSED_BY, one.course().last().hands().actor()).set(CASE_CLOSURE.CLOSED_AT, one.course().rowClosed()).set(CASE_CLOSURE.REASON, "done")
                .set(CASE_CLOSURE.REOPENED_AT, null)).toList();
    }

    private static List<Row> waits(List<CaseRow> cases) {
        return ending(cases, CaseState.WAITING).map(one -> new Row().set(CASE_WAIT.CASE_ID, one.id()).set(CASE_WAIT.NTH, 1)
                .set(CASE_WAIT.WAIT_FOR, one.course().last().standing().waitFor()).set(CASE_WAIT.UNTIL, NEVER).set(CASE_WAIT.SINCE, one.course().since())
                .set(CASE_WAIT.ENDED_AT, null)).toList();
    }

    private static Stream<CaseRow> ending(List<CaseRow> cases, CaseState state) {
        return cases.stream().filter(one -> one.course().last().standing().state() == state);
    }

    /** What an earlier import said that a case ended in gives way to what it ends in now: each has one closure and one wait at the most until it goes on here. */
    private void rehang(List<CaseRow> cases) {
        bulk.update(CASE_CLOSURE, closures(cases));
        bulk.update(CASE_WAIT, waits(cases));
        var now = Moment.now();
        db.update(CASE_WAIT).set(CASE_WAIT.ENDED_AT, DSL.greatest(CASE_WAIT.SINCE, DSL.val(now)))
                .where(Tenant.owns(CASE_WAIT.TENANT_ID), CASE_WAIT.CASE_ID.eq(DSL.any(notIn(cases, CaseState.WAITING))), CASE_WAIT.ENDED_AT.isNull()).execute();
        db.update(CASE_CLOSURE).set(CASE_CLOSURE.REOPENED_AT, DSL.greatest(CASE_CLOSURE.CLOSED_AT, DSL.val(now)))
                .where(Tenant.owns(CASE_CLOSURE.TENANT_ID), CASE_CLOSURE.CASE_ID.eq(DSL.any(notIn(cases, CaseState.CLOSED))), CASE_CLOSURE.REOPENED_AT.isNull()).execute();
    }

    private static UUID[] notIn(List<CaseRow> cases, CaseState state) {
        return cases.stream().filter(one -> one.course().last().standing().state() != state).map(CaseRow::id).toArray(UUID[]::new);
    }

    private List<Long> seqs(int many) {
        var sequence = DSL.sequence(DSL.name("tenancy", "number_" + Tenant.current().id()), Long.class);
        return db.select(sequence.nextval()).from("generate_series(1, {0})", DSL.val(many)).fetch(0, Long.class);
    }
}
