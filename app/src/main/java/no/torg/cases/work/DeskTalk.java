package no.torg.cases.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import no.torg.cases.views.Entry;
import no.torg.cases.work.DeskPages.Look;
import no.torg.cases.work.DeskPages.Typed;
import no.torg.cases.work.views.Composer;
import no.torg.cases.work.views.Section.Talk;
import no.torg.conversations.MessageReads;
import no.torg.conversations.MessageReads.Draft;
import no.torg.conversations.MessageReads.Message;
import no.torg.events.EventReads.Told;
import no.torg.files.FilesSettings;
import no.torg.people.Actor;
import no.torg.web.Words;
import no.torg.web.views.Attachment;
import no.torg.web.views.Choice;
import no.torg.web.views.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dialogue as case workers see it: what was said and what was done between, and where they write. */
@Component
class DeskTalk {

    private final CaseHistory history;
    private final FilesSettings files;

    DeskTalk(CaseHistory history, FilesSettings files) {
        this.history = history;
        this.files = files;
    }

    Talk of(Actor actor, Words words, CaseSheet sheet, Look look, String once) {
        var entries = new ArrayList<Entry>();
        sheet.messages().forEach(message -> entries.add(post(actor, words, sheet, message)));
        var first = sheet.messages().isEmpty() ? Instant.MIN : sheet.messages().getFirst().at();
        var all = sheet.messages().size() < MessageReads.AT_MOST;
        var last = look.beforeSeq() == null || sheet.messages().isEmpty() ? Instant.MAX : sheet.messages().getLast().at();
        history.told(actor, sheet).reversed().stream().filter(told -> CaseHistory.happens(told) && !told.at().isAfter(last) && (all || !told.at().isBefore(first)))
                .forEach(told -> entries.add(happening(words, sheet, told)));
        entries.sort(Comparator.comparing(Entry::at));
        var older = all ? null : look.back().kept("/work/cases/" + sheet.file().number() + "?before=" + sheet.messages().getFirst().seq());
        return new Talk(entries, older, sheet.messages().isEmpty() ? 0 : sheet.messages().getLast().seq(), composer(words, sheet, look.typed(), once));
    }

    private static Entry post(Actor actor, Words words, CaseSheet sheet, Message message) {
        var requester = sheet.file().requester().id().equals(message.authorId());
        var author = message.author() == null ? words.say("cases.told.by-system") : message.author();
        var role = message.internal() ? words.say("cases.talk.note") : requester ? words.say("cases.talk.requester") : words.say("cases.talk.reply");
        var attached = message.files().stream().map(file -> new Attachment(file.name(), "/files/" + file.id(), file.mediaType(), file.size())).toList();
        return new Entry.Post("m" + message.seq(), author, Initials.of(author), role, !requester && !message.internal(), message.internal(),
                !actor.is(message.authorId()) && message.seq() > sheet.readTo(), message.at(), message.body(), attached);
    }

    private Entry happening(Words words, CaseSheet sheet, Told told) {
        var text = history.sentence(words, sheet, told);
        return new Entry.Happening(icon(told.type()), text, told.at());
    }

    private static String icon(String type) {
        return switch (type) {
            case "cases.assigned" -> "Person";
            case "cases.moved" -> "ArrowForward";
            case "cases.waiting-began", "cases.waiting-ended" -> "Pause";
            case "cases.resolved", "cases.closed" -> "Checkmark";
            default -> "ArrowRight";
        };
    }

    private Composer composer(Words words, CaseSheet sheet, Typed typed, String once) {
        var then = new Choice("then", words.say("cases.composer.then"), List.of(new Option("nothing", words.say("cases.composer.then-nothing"), true),
                new Option("wait-for-requester", words.say("cases.composer.then-wait"), false), new Option("resolve", words.say("cases.composer.then-resolve"), false)));
        var limits = words.say("cases.form.limits", files.maxPerMessage(), words.size(files.maxSize().toBytes()));
        return new Composer(sheet.file().requester().name(), sheet.file().team().name(), typed.noteOnTop(), text(typed.reply(), sheet, "public"),
                text(typed.note(), sheet, "internal"), then, limits, once, typed.errors());
    }

    private static String text(@Nullable String typed, CaseSheet sheet, String audience) {
        return typed != null && !typed.isEmpty() ? typed
                : sheet.drafts().stream().filter(draft -> draft.audience().equals(audience)).map(Draft::body).findFirst().orElse("");
    }
}
