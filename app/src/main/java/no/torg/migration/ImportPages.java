package no.torg.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.migration.Imports.Chunk;
import no.torg.migration.Runs.Run;
import no.torg.migration.views.ImportPage;
import no.torg.migration.views.ImportPage.Figure;
import no.torg.migration.views.ImportPage.Rejected;
import no.torg.migration.views.ImportPage.Unmapped;
import no.torg.migration.views.ImportsPage;
import no.torg.migration.views.ImportsPage.First;
import no.torg.migration.views.ImportsPage.Sent;
import no.torg.migration.views.ImportsPage.Trial;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Invalid;
import no.torg.web.Messages;
import no.torg.web.Words;
import no.torg.web.views.Crumb;
import no.torg.web.views.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports as pages, and a trial reading. */
@Component
class ImportPages {

    private static final int NEWEST = 20;
    private static final int REJECTED = 50;
    private static final int FIRST = 10;
    private static final int AT_ONCE = 1_000;

    private final Imports imports;
    private final Messages messages;

    ImportPages(Imports imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    ImportsPage all(Actor actor, Frame frame, Sent sent, @Nullable Trial trial) {
        var words = frame.words();
        return new ImportsPage(frame, sent, trial, imports.newest(actor, NEWEST).stream().map(run -> new ImportsPage.Row(path(run.id()), run.fileName(),
                words.dayTime(run.startedAt()), words.say("migration.state." + run.state()), run.counts().rows(), run.counts().rejected())).toList());
    }

    /** What was sent and not taken, and why. */
    static Sent refused(Words words, Invalid invalid, String owner) {
        var of = invalid.wrong().stream().collect(Collectors.partitioningBy(MappingProblems::are, Collectors.mapping(wrong -> words.say(wrong.key(), wrong.args().toArray()), Collectors.toList())));
        return new Sent(owner, of.get(false), of.get(true));
    }

    ImportPage one(Actor actor, Frame frame, UUID id, long after) {
        var words = frame.words();
        var report = imports.report(actor, id, after, REJECTED + 1);
        var run = report.run();
        var found = report.rejected();
        var shown = found.subList(0, Math.min(REJECTED, found.size())).stream().map(one -> new Rejected(one.n(), one.problem().say(messages, words.language()), one.line())).toList();
        var pager = new Pager(after == 0 ? null : path(id), found.size() > REJECTED ? path(id) + "?after=" + shown.getLast().n() : null, "");
        var under = run.state().equals("reading") || run.state().equals("working");
        return new ImportPage(frame, List.of(new Crumb(words.say("migration.imports.title"), "/imports")), run.fileName(), words.say("migration.state." + run.state()), under,
                run.state().equals("done") && run.counts().cases() > 0 && !imports.owned(actor, run), share(run), path(id), figures(words, run), report.unmapped().stream().map(one -> unmapped(words, one.field(), one.value(), one.n())).toList(), shown, pager);
    }

    /** Reads everything, keeps nothing. */
    Trial trial(Words words, Mapping mapping, Lines lines) {
        var header = lines.next();
        if (header == null) {
            throw MappingProblems.of(List.of("The file is empty."));
        }
        var rows = new Rows(mapping, header);
        var first = new ArrayList<First>();
        var bad = new ArrayList<Rejected>();
        var unmapped = new TreeMap<String, Unmapped>();
        long read = 0;
        long rejected = 0;
        var chunk = new Chunk();
        for (var line = lines.next(); line != null; line = lines.next()) {
            chunk.add(rows, ++read, line);
            if (first.size() < FIRST && !chunk.good.isEmpty() && chunk.good.getLast().n() == read) {
                first.add(first(words, mapping, rows.read(read, line, (field, value) -> { })));
            }
            if (chunk.full(AT_ONCE)) {
                rejected += chunk.bad.size();
                gather(words, chunk, bad, unmapped);
                chunk = new Chunk();
            }
        }
        gather(words, chunk, bad, unmapped);
        return new Trial(read, rejected + chunk.bad.size(), REJECTED, first, bad, List.copyOf(unmapped.values()));
    }

    private void gather(Words words, Chunk chunk, List<Rejected> bad, Map<String, Unmapped> unmapped) {
        chunk.bad.stream().limit(REJECTED - bad.size()).forEach(one -> bad.add(new Rejected(one.n(), one.problem().say(messages, words.language()),
                one.line().substring(0, Math.min(one.line().length(), Runs.SHOWN)))));
        chunk.unmapped.forEach((value, n) -> unmapped.merge(value.field() + "\0" + value.value(), unmapped(words, value.field(), value.value(), n),
                (a, b) -> new Unmapped(a.field(), a.value(), a.n() + b.n())));
    }

    private static Unmapped unmapped(Words words, String field, String value, long n) {
        return new Unmapped(words.say("migration.field." + field), value, n);
    }

    private static First first(Words words, Mapping mapping, Read read) {
        var title = new CaseTexts(mapping, List.of(read)).titles().getOrDefault(words.language().code(), "");
        var unchanged = words.say("migration.trial.unchanged");
        var state = read.state().unchanged() ? unchanged : words.say("cases.state." + TakingOver.standing(read).state().code());
        var team = read.team() != null ? read.team() : mapping.carried().contains("team") ? unchanged : "–";
        return new First(read.number(), title, words.dayTime(read.at()), read.state().label() + " → " + state, team);
    }

    private static List<Figure> figures(Words words, Run run) {
        var counts = run.counts();
        return List.of(new Figure(words.say("migration.import.rows"), counts.rows()), new Figure(words.say("migration.import.worked"), counts.worked()),
                new Figure(words.say("migration.import.cases"), counts.cases()), new Figure(words.say("migration.import.events"), counts.events()),
                new Figure(words.say("migration.import.again"), counts.again()), new Figure(words.say("migration.import.rejected"), counts.rejected()));
    }

    private static int share(Run run) {
        var good = run.counts().rows() - run.counts().rejected();
        return run.state().equals("done") ? 100 : good <= 0 ? 0 : (int) Math.min(99, run.counts().worked() * 100 / good);
    }

    static String path(UUID id) {
        return "/imports/" + id;
    }
}
