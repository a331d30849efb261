package no.torg.cases.work;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import no.torg.cases.AnswersInWords;
import no.torg.cases.views.Answered;
import no.torg.cases.work.CaseSheet.Part;
import no.torg.cases.work.views.CasePage;
import no.torg.cases.work.views.Refusal;
import no.torg.cases.work.views.Section;
import no.torg.events.EventReads.Before;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.NotFound;
import no.torg.web.Words;
import no.torg.web.views.FieldError;
import no.torg.web.views.Pager;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case as those who work with it see it: one statement for the case, one for the counts in the side and the names. */
@Component
class DeskPages {

    private final CaseSheets sheets;
    private final CaseViews views;
    private final CaseHistory history;
    private final WorkPages work;
    private final DeskProperties properties;
    private final DeskTalk talk;
    private final AnswersInWords answers;

    DeskPages(CaseSheets sheets, CaseViews views, CaseHistory history, WorkPages work, DeskProperties properties, DeskTalk talk, AnswersInWords answers) {
        this.sheets = sheets;
        this.views = views;
        this.history = history;
        this.work = work;
        this.properties = properties;
        this.talk = talk;
        this.answers = answers;
    }

    /** What somebody typed that was not taken: the texts, which of them lay on top, and why. */
    record Typed(String reply, String note, boolean noteOnTop, List<FieldError> errors) {

        /** Nothing typed; the drafts are shown. */
        static final Typed NOTHING = new Typed("", "", false, List.of());
    }

    /**
     * What of a case is looked at: a part, messages or changes before a place (null: the newest), what was typed and refused, and the list it
     * was opened from.
     */
    record Look(Part part, @Nullable Integer beforeSeq, @Nullable Before before, Typed typed, Refusal refusal, WayBack back) {

        /** A part of the case. */
        static Look of(Part part, @Nullable Integer beforeSeq, @Nullable Before before, WayBack back) {
            return new Look(part, beforeSeq, before, Typed.NOTHING, Refusal.NONE, back);
        }

        /** The newest of the dialogue. */
        static Look talk(WayBack back) {
            return of(Part.TALK, null, null, back);
        }

        /** The newest of the dialogue, with what was typed and not taken. */
        static Look typed(Typed typed, WayBack back) {
            return new Look(Part.TALK, null, null, typed, Refusal.NONE, back);
        }

        /** The newest of the dialogue beside a change that was refused. */
        static Look refused(Refusal refusal, WayBack back) {
            return new Look(Part.TALK, null, null, Typed.NOTHING, refusal, back);
        }
    }

    /** The case's page; null where it is the actor's own, which is followed elsewhere. */
    @Nullable CasePage page(Actor actor, Frame frame, String number, Look look) {
        var words = frame.words();
        var part = look.part();
        var found = sheets.find(actor, words.language(), number, part, look.beforeSeq(), look.before());
        if (found.own()) {
            return null;
        }
        if (!found.staff()) {
            throw new NotFound("case " + number);
        }
        var counts = work.counts(actor, found.people());
        var sheet = found.sheet();
        var file = sheet.file();
        var service = views.definition(file).texts(words.language().code()).name();
        return new CasePage(frame, WorkSide.of(actor, words, counts, null), look.back().crumb(words, counts), look.back().query(), number, file.title(),
                views.state(words, file), file.priority(), WorkPages.due(words, file), service + " · " + words.say("cases.channel." + sheet.channel()), file.opened(),
                tabs(words, sheet, look), section(actor, words, sheet, look), properties.of(actor, words, sheet), look.refusal());
    }

    /** What was asked and answered, and what the system it was imported from said besides. */
    private List<Answered> answered(Words words, CaseSheet sheet) {
        return Stream.concat(answers.of(words, views.definition(sheet.file()), sheet.answers(), sheet.named()).stream(), answers.fields(sheet.fields()).stream()).toList();
    }

    private Section section(Actor actor, Words words, CaseSheet sheet, Look look) {
        return switch (look.part()) {
            case ANSWERS -> new Section.Answers(answered(words, sheet));
            case HISTORY -> new Section.History(history.rows(actor, words, sheet),
                    new Pager(null, CaseHistory.next(sheet) == null ? null : look.back().kept(path(sheet) + "/history?before=" + CaseHistory.next(sheet)), ""));
            case TALK, ROW -> talk.of(actor, words, sheet, look, UUID.randomUUID().toString());
        };
    }

    private static List<Tab> tabs(Words words, CaseSheet sheet, Look look) {
        var part = look.part();
        return List.of(new Tab(words.say("cases.work.talk"), look.back().kept(path(sheet)), part == Part.TALK, sheet.said()),
                new Tab(words.say("cases.work.asked"), look.back().kept(path(sheet) + "/answers"), part == Part.ANSWERS),
                new Tab(words.say("cases.work.history"), look.back().kept(path(sheet) + "/history"), part == Part.HISTORY));
    }

    private static String path(CaseSheet sheet) {
        return "/work/cases/" + sheet.file().number();
    }
}
