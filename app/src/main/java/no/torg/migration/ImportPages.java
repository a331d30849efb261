package no.torg.migration;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.migration.Findings.Report;
import no.torg.migration.Runs.Run;
import no.torg.migration.Runs.Staged;
import no.torg.migration.views.ImportPage;
import no.torg.migration.views.ImportPage.Figure;
import no.torg.migration.views.ImportPage.First;
import no.torg.migration.views.ImportPage.Found;
import no.torg.migration.views.ImportPage.Outcome;
import no.torg.migration.views.ImportPage.Progress;
import no.torg.migration.views.ImportPage.Rejected;
import no.torg.migration.views.ImportPage.Unmapped;
import no.torg.migration.views.ImportsPage;
import no.torg.migration.views.ImportsPage.Sent;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Invalid;
import no.torg.web.Words;
import no.torg.web.views.Crumb;
import no.torg.web.views.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports and trials as pages. */
@Component
class ImportPages {

    private static final int NEWEST = 20;
    private static final int REJECTED = 50;

    private final ImportReads reads;

    ImportPages(ImportReads reads) {
        this.reads = reads;
    }

    ImportsPage all(Actor actor, Frame frame, Sent sent) {
        var words = frame.words();
        return new ImportsPage(frame, sent, reads.newest(actor, NEWEST).stream().map(run -> new ImportsPage.Row(path(run.id()), run.fileName(),
                words.dayTime(run.startedAt()), state(words, run), run.counts().rows(), run.counts().rejected())).toList());
    }

    /** What was sent and not taken, and why. */
    static Sent refused(Words words, Invalid invalid, String owner) {
        var of = invalid.wrong().stream().collect(Collectors.partitioningBy(MappingProblems::are, Collectors.mapping(wrong -> words.say(wrong.key(), wrong.args().toArray()), Collectors.toList())));
        return new Sent(owner, of.get(false), of.get(true));
    }

    ImportPage one(Actor actor, Frame frame, UUID id, long after, Sent sent) {
        var words = frame.words();
        var report = reads.report(actor, id, after, REJECTED + 1);
        var run = report.run();
        var kept = reads.kept(actor, run);
        return new ImportPage(frame, List.of(new Crumb(words.say("migration.imports.title"), "/imports")), run.fileName(), state(words, run), run.trial(), path(id), progress(words, run),
                outcome(words, run, kept), reads.unowned(actor, run), kept ? sent : null, figures(words, run), first(words, report), found(words, report, after));
    }

    private static String state(Words words, Run run) {
        return words.say((run.trial() ? "migration.trial.state." : "migration.state.") + run.state());
    }

    private static Found found(Words words, Report report, long after) {
        var run = report.run();
        var all = report.rejected();
        var shown = all.subList(0, Math.min(REJECTED, all.size())).stream().map(one -> new Rejected(one.n(), one.problem().say(words), one.line())).toList();
        var here = path(run.id());
        var pager = new Pager(after == 0 ? null : here, all.size() > REJECTED ? here + "?after=" + shown.getLast().n() : null, "");
        var unmapped = report.unmapped().stream().map(one -> new Unmapped(words.say("migration.field." + one.field()), one.value(), one.n())).toList();
        return new Found(unmapped, report.values() - unmapped.size(), shown, run.counts().rejected(), here + "/rejected/csv", here + "/rejected/log", pager);
    }

    /** How far it has come of the step it is in; null where it has ended. */
    private static @Nullable Progress progress(Words words, Run run) {
        if (run.state().equals("reading")) {
            var whole = run.size().whole();
            return new Progress(words.say("migration.progress.reading", run.trial() ? "trial" : "import", run.counts().rows()),
                    whole == null || whole == 0 ? null : (int) Math.min(99, run.size().read() * 100 / whole));
        }
        var good = run.counts().rows() - run.counts().rejected();
        return run.state().equals("working") ? new Progress(words.say("migration.progress.working", run.counts().worked(), good),
                good <= 0 ? 0 : (int) Math.min(99, run.counts().worked() * 100 / good)) : null;
    }

    /** What it came to, with what to do then; null while it goes on. */
    private static @Nullable Outcome outcome(Words words, Run run, boolean kept) {
        var counts = run.counts();
        return switch (run.state()) {
            case "done" -> new Outcome(counts.rejected() == 0 ? "success" : "warning",
                    words.say(counts.rejected() == 0 ? "migration.outcome.done" : "migration.outcome.done-but", counts.cases(), counts.events(), counts.rejected()));
            case "tried" -> new Outcome(counts.rejected() == 0 ? "success" : "warning",
                    words.say("migration.outcome.tried", counts.rows(), counts.rejected()) + " " + words.say(kept ? "migration.outcome.tried-kept" : "migration.outcome.tried-gone"));
            case "broken" -> new Outcome("danger", words.say("migration.outcome.broken", words.say("migration.why." + (run.why() == null ? "gone" : run.why()))) + " "
                    + words.say(run.trial() ? "migration.outcome.broken-trial" : counts.events() == 0 ? "migration.outcome.broken-none" : "migration.outcome.broken-some", counts.events()));
            default -> null;
        };
    }

    private static List<First> first(Words words, Report report) {
        var run = report.run();
        if (report.first().isEmpty() || run.header() == null) {
            return List.of();
        }
        var mapping = MappingReader.read(run.mapping());
        var rows = new Rows(mapping, run.header());
        return report.first().stream().map(one -> first(words, mapping, rows, one)).toList();
    }

    private static First first(Words words, Mapping mapping, Rows rows, Staged one) {
        var read = rows.read(one.n(), one.line(), (field, value) -> { });
        var title = new CaseTexts(mapping, List.of(read)).titles().getOrDefault(words.language().code(), "");
        var unchanged = words.say("migration.trial.unchanged");
        var state = read.state().unchanged() ? unchanged : words.say("cases.state." + TakingOver.standing(read).state().code());
        var team = read.team() != null ? read.team() : mapping.carried().contains("team") ? unchanged : "–";
        return new First(read.number(), title, words.dayTime(read.at()), read.state().label() + " → " + state, team);
    }

    private static List<Figure> figures(Words words, Run run) {
        var counts = run.counts();
        var read = figure(words, "rows", counts.rows());
        var rejected = new Figure(words.say("migration.import.rejected"), counts.rejected(), counts.rejected() == 0 ? null : "#rejected");
        return run.trial() ? List.of(read, rejected) : List.of(read, figure(words, "worked", counts.worked()), figure(words, "cases", counts.cases()),
                figure(words, "events", counts.events()), figure(words, "again", counts.again()), rejected);
    }

    private static Figure figure(Words words, String name, long n) {
        return new Figure(words.say("migration.import." + name), n, null);
    }

    static String path(UUID id) {
        return "/imports/" + id;
    }
}
