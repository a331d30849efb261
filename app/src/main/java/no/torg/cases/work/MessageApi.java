package no.torg.cases.work;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import no.torg.cases.Dialogue;
import no.torg.cases.Dialogue.Then;
import no.torg.cases.Dialogue.Writing;
import no.torg.cases.work.CaseSheet.Part;
import no.torg.conversations.Audience;
import no.torg.conversations.MessageReads;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.Invalid;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said on a case, over the API. */
@RestController
class MessageApi {

    private final CaseSheets sheets;
    private final CaseViews views;
    private final Dialogue dialogue;

    MessageApi(CaseSheets sheets, CaseViews views, Dialogue dialogue) {
        this.sheets = sheets;
        this.views = views;
        this.dialogue = dialogue;
    }

    /** Messages, the oldest first; {@code before} asks for those before them, null when there are none that the caller may read. */
    public record Messages(List<Message> messages, @Nullable Integer before) {
    }

    /** A message; {@code author} is by name only where the service shows a requester who has the case, else the team. */
    public record Message(UUID id, int seq, @Nullable String author, String audience, String channel, String text, Instant at, List<MessageReads.File> files) {
    }

    /**
     * A message to post.
     *
     * @param audience    public (also when missing), or internal for staff only
     * @param attachments ids of files sent before
     * @param then        what becomes of the case after a reply by staff: nothing (also when missing), wait-for-requester or resolve
     */
    public record NewMessage(@Nullable String text, @Nullable String audience, @Nullable List<UUID> attachments, @Nullable String then) {
    }

    /** The message that now stands. */
    public record Posted(UUID id, int seq) {
    }

    /** The last 100 messages that the caller may read, or the 100 before {@code before}. */
    @GetMapping("/api/cases/{number}/messages")
    @Scope("cases:read")
    Messages messages(Actor actor, Words words, @PathVariable String number, @RequestParam(required = false) @Nullable Integer before) {
        var sheet = sheets.read(actor, words.language(), number, Part.TALK, before, null);
        var said = sheet.messages().stream().map(message -> new Message(message.id(), message.seq(), views.author(actor, sheet, message), message.audience(),
                message.channel(), message.body(), message.at(), message.files())).toList();
        return new Messages(said, said.size() == MessageReads.AT_MOST ? said.getFirst().seq() : null);
    }

    /** Posts a message; the same Idempotency-Key again is the same message. */
    @PostMapping("/api/cases/{number}/messages")
    @Scope("cases:write")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Posted> post(Actor actor, @PathVariable String number, @RequestBody NewMessage message,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw new Invalid("Idempotency-Key", "web.invalid.range", 1, 200);
        }
        var files = message.attachments() == null ? List.<UUID>of() : message.attachments();
        var posted = dialogue.write(actor, number, new Writing(Given.choice("audience", message.audience(), Audience.PUBLIC),
                Given.required("text", message.text()), files, "api", Given.choice("then", message.then(), Then.NOTHING), key));
        return ResponseEntity.created(URI.create("/api/cases/" + number + "/messages")).body(new Posted(posted.id(), posted.seq()));
    }
}
