package no.torg.cases.requests;

import static no.torg.db.cases.Tables.CASE_ANSWERS;
import static no.torg.db.cases.Tables.CASE_FILE;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import no.torg.cases.AnswersInWords;
import no.torg.cases.CaseState;
import no.torg.cases.CaseTexts;
import no.torg.cases.RequesterCase;
import no.torg.cases.RequesterCases;
import no.torg.cases.requests.views.ReceiptPage;
import no.torg.cases.views.Entry;
import no.torg.cases.views.MyCasePage;
import no.torg.cases.views.ReplyForm;
import no.torg.catalog.ServiceDefinition;
import no.torg.catalog.Services;
import no.torg.conversations.MessageReads;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.NotFound;
import no.torg.web.Words;
import no.torg.web.views.Attachment;
import no.torg.web.views.FieldError;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One's own case as a page: one statement behind the condition that it is one's own, and only what is public. */
@Component
class MyCasePages {

    private final DSLContext db;
    private final Services services;
    private final CaseTexts texts;
    private final AnswersInWords answers;

    MyCasePages(DSLContext db, Services services, CaseTexts texts, AnswersInWords answers) {
        this.db = db;
        this.services = services;
        this.texts = texts;
        this.answers = answers;
    }

    private record Read(RequesterCase file, List<MessageReads.Message> messages, int readTo, List<MessageReads.Reader> readers, List<MessageReads.Draft> drafts,
            @Nullable String answers) {
    }

    /** The case's page; {@code typed} is a reply that was not taken, and {@code errors} why. */
    MyCasePage page(Actor actor, Frame frame, String number, @Nullable String typed, List<FieldError> errors) {
        var read = read(actor, frame, number);
        var words = frame.words();
        var file = read.file();
        var definition = services.definition(file.service(), file.version());
        var reopen = texts.reopenableUntil(file);
        var mayReopen = reopen != null && reopen.isAfter(words.now());
        var reply = file.state() == CaseState.CLOSED || file.state() == CaseState.RESOLVED && !mayReopen ? null : reply(words, file, read, typed, errors);
        return new MyCasePage(frame, file.number(), file.title(), texts.state(words, file), texts.next(words, file),
                talk(actor, words, file, definition, read),
                read.messages().isEmpty() ? 0 : read.messages().getLast().seq(), readBy(actor, words, file, definition, read), reply, texts.line(words, file), texts.why(words, file),
                words.say("cases.mine.who-sees-text", file.team()), definition.texts(words.language().code()).name(), definition.slug(),
                read.answers() == null ? List.of() : answers.of(words, definition, read.answers()), file.state().open(), mayReopen ? reopen : null);
    }

    /** The receipt for a case of one's own. */
    ReceiptPage receipt(Actor actor, Frame frame, String number) {
        var file = read(actor, frame, number).file();
        var words = frame.words();
        var next = texts.next(words, file);
        var kind = services.definition(file.service(), file.version()).kind().code();
        return new ReceiptPage(frame, number, kind, words.say("cases.receipt.lead", file.team(), next.promise() == null ? "" : next.promise()).strip(),
                texts.line(words, file), texts.why(words, file));
    }

    /** Whether the case is one's own; somebody who works with it is shown it elsewhere. */
    boolean isOwn(Actor actor, String number) {
        return db.fetchExists(CASE_FILE, RequesterCases.own(actor).and(CASE_FILE.NUMBER.eq(number)));
    }

    private Read read(Actor actor, Frame frame, String number) {
        var messages = MessageReads.ofPublic(CASE_FILE.ID).as("messages");
        var readTo = MessageReads.readTo(actor, CASE_FILE.ID).as("read_to");
        var readers = MessageReads.readers(actor, CASE_FILE.ID).as("readers");
        var drafts = MessageReads.drafts(actor, CASE_FILE.ID).as("drafts");
        var answered = DSL.field(DSL.select(CASE_ANSWERS.ANSWERS).from(CASE_ANSWERS).where(CASE_ANSWERS.TENANT_ID.eq(CASE_FILE.TENANT_ID),
                CASE_ANSWERS.CASE_ID.eq(CASE_FILE.ID))).as("answered");
        Record row = db.select(RequesterCases.fields(frame.words().language())).select(messages, readTo, readers, drafts, answered)
                .from(CASE_FILE).where(RequesterCases.own(actor), CASE_FILE.NUMBER.eq(number)).fetchOptional()
                .orElseThrow(() -> new NotFound("case " + number));
        var json = row.get(answered);
        return new Read(RequesterCases.of(row), row.get(messages), row.get(readTo), row.get(readers), row.get(drafts), json == null ? null : json.data());
    }

    private static ReplyForm reply(Words words, RequesterCase file, Read read, @Nullable String typed, List<FieldError> errors) {
        var draft = read.drafts().stream().filter(kept -> kept.audience().equals("public")).map(MessageReads.Draft::body).findFirst().orElse("");
        return new ReplyForm(file.team(), typed == null ? draft : typed, UUID.randomUUID().toString(), words.say("cases.reply.limits"), errors);
    }

    private static List<Entry> talk(Actor actor, Words words, RequesterCase file, ServiceDefinition definition, Read read) {
        var names = definition.requesterSees().contains("handler");
        var talk = new ArrayList<Entry>();
        for (var message : read.messages()) {
            var mine = actor.is(message.authorId());
            var author = mine ? words.say("cases.talk.you") : names && message.author() != null ? message.author() : file.team();
            var files = message.files().stream().map(sent -> new Attachment(sent.name(), "/files/" + sent.id(), sent.mediaType(), sent.size())).toList();
            talk.add(new Entry.Post("m" + message.seq(), author, initials(mine ? actor.name() : author), mine || !names ? null : file.team(), mine, false,
                    !mine && message.seq() > read.readTo(), message.at(), message.body(), files));
        }
        return talk;
    }

    private static @Nullable String readBy(Actor actor, Words words, RequesterCase file, ServiceDefinition definition, Read read) {
        var names = definition.requesterSees().contains("handler");
        var mine = read.messages().stream().filter(message -> actor.is(message.authorId())).mapToInt(MessageReads.Message::seq).max().orElse(0);
        return mine == 0 ? null : read.readers().stream().filter(reader -> reader.seq() >= mine).findFirst()
                .map(reader -> words.say("cases.mine.read-by", names ? reader.name() : file.team(), words.dayTime(reader.at()))).orElse(null);
    }

    private static String initials(String name) {
        var names = name.strip().split("\\s+");
        return names.length == 1 ? names[0].substring(0, 1) : names[0].substring(0, 1) + names[names.length - 1].substring(0, 1);
    }
}
