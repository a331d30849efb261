package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.calendars.Calendars;
import no.torg.conversations.Audience;
import no.torg.conversations.NewMessage;
import no.torg.conversations.NewMessage.Attachment;
import no.torg.conversations.Posted;
import no.torg.conversations.Threads;
import no.torg.events.Moment;
import no.torg.files.Uploads;
import no.torg.people.Actor;
import no.torg.people.Forbidden;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is said on a case: replies that everybody on it reads, and notes that never leave the staff. */
@Component
public class Dialogue {

    private final CaseChanges changes;
    private final Threads threads;
    private final Waits waits;
    private final Closures closures;
    private final Calendars calendars;
    private final Uploads uploads;

    Dialogue(CaseChanges changes, Threads threads, Waits waits, Closures closures, Calendars calendars, Uploads uploads) {
        this.changes = changes;
        this.threads = threads;
        this.waits = waits;
        this.closures = closures;
        this.calendars = calendars;
        this.uploads = uploads;
    }

    /** What the case does after a reply by those who work with it. */
    public enum Then {
        NOTHING, WAIT_FOR_REQUESTER, RESOLVE
    }

    /** A message as somebody sends it: files by upload id; {@code once} makes a second sending the same message. */
    public record Writing(Audience audience, String body, List<UUID> uploads, String channel, Then then, @Nullable String once) {
    }

    /** A requester's reply from a page. */
    @Transactional
    public Posted reply(Actor actor, String number, String body, List<UUID> files, @Nullable String once) {
        return write(actor, number, new Writing(Audience.PUBLIC, body, files, "portal", Then.NOTHING, once));
    }

    /** Posts what somebody has written, with files they have uploaded; rules as for {@link #post}. */
    @Transactional
    public Posted write(Actor actor, String number, Writing writing) {
        var file = changes.lock(actor, number);
        var key = writing.once() == null ? null : file.id() + " " + actor.id() + " " + writing.once();
        var before = key == null ? null : threads.posted(file.id(), key).orElse(null);
        if (before != null) {
            return before;
        }
        var files = uploads.use(actor, writing.uploads(), file.id()).stream()
                .map(sent -> new Attachment(sent.hash(), sent.name(), sent.mediaType(), sent.size())).toList();
        return post(actor, file, new NewMessage(actor.person(), writing.audience(), writing.channel(), writing.body(), Moment.now(), files, key), writing.then());
    }

    /** Keeps what somebody who may write on the case has typed and not sent. */
    @Transactional
    public void keepDraft(Actor actor, String number, Audience audience, String body) {
        var file = changes.lock(actor, number);
        if (audience == Audience.INTERNAL && !file.workedBy(actor)) {
            throw new Forbidden();
        }
        threads.keepDraft(actor, file.id(), audience, body);
    }

    /** Remembers that somebody who may see the case has read its messages to this one. */
    @Transactional
    public void read(Actor actor, String number, int seq) {
        threads.read(actor, changes.rows().idOf(actor, number), seq);
    }

    /**
     * Posts a message. A requester's reply ends a wait for them, and opens a resolved case again; a closed one must be reopened first. The
     * first public reply by staff stops that clock. A reply is never stale: it changes no noun that somebody else set.
     */
    @Transactional
    public Posted post(Actor actor, String number, Audience audience, String body, List<Attachment> files, String channel, Then then) {
        var message = new NewMessage(actor.person(), audience, channel, body, Moment.now(), files, null);
        return post(actor, changes.lock(actor, number), message, then);
    }

    private Posted post(Actor actor, CaseFile file, NewMessage message, Then then) {
        var staff = file.workedBy(actor);
        var audience = message.audience();
        if (!staff && (audience == Audience.INTERNAL || then != Then.NOTHING)) {
            throw new Forbidden();
        }
        if (!staff && file.state() == CaseState.CLOSED) {
            throw new Refused("cases.reply.closed");
        }
        var now = message.at();
        var posted = threads.post(file.id(), message);
        noteOnRow(actor, file, audience, message.body(), posted.seq(), now);
        logPosted(actor, file, audience, posted, now);
        if (!staff) {
            requesterSpoke(actor, file, now);
        } else if (audience == Audience.PUBLIC) {
            staffSpoke(actor, file, then, now);
        }
        return posted;
    }

    private void noteOnRow(Actor actor, CaseFile file, Audience audience, String body, int seq, Instant now) {
        var c = CASE_FILE;
        var snippet = Snippets.of(body);
        var change = changes.rows().change(now).set(c.LAST_MESSAGE_AT, now).set(c.LAST_MESSAGE_BY, actor.person()).set(c.LAST_MESSAGE_SNIPPET, snippet)
                .set(c.LAST_MESSAGE_SEQ, seq).set(c.LAST_MESSAGE_INTERNAL, audience == Audience.INTERNAL);
        if (audience == Audience.PUBLIC) {
            change = change.set(c.PUBLIC_MESSAGE_AT, now).set(c.PUBLIC_MESSAGE_BY, actor.person()).set(c.PUBLIC_MESSAGE_SNIPPET, snippet)
                    .set(c.PUBLIC_MESSAGE_SEQ, seq);
        }
        changes.rows().save(file, change);
    }

    private void logPosted(Actor actor, CaseFile file, Audience audience, Posted posted, Instant now) {
        var facts = new HashMap<String, Object>();
        facts.put("message", posted.id());
        facts.put("seq", posted.seq());
        facts.put("audience", audience.code());
        facts.put("requester", file.requester());
        facts.put("handler", file.handler());
        changes.log(file, actor, "conversations.message-posted", now, audience == Audience.INTERNAL, facts);
    }

    private void requesterSpoke(Actor actor, CaseFile file, Instant now) {
        if (file.state() == CaseState.WAITING) {
            waits.endForRequester(actor, file, now);
        } else if (file.state() == CaseState.RESOLVED) {
            closures.reopen(actor, file, now);
        }
    }

    private void staffSpoke(Actor actor, CaseFile file, Then then, Instant now) {
        var current = file.clocks().firstReply() == null ? firstReply(actor, file, now) : file;
        if (current.state() == CaseState.NEW && then == Then.NOTHING) {
            changes.enter(current, CaseState.IN_PROGRESS, now, Map.of());
            changes.log(current, actor, "cases.state-changed", now, false,
                    CaseChanges.fromTo("state", current.state().code(), CaseState.IN_PROGRESS.code()));
        } else if (then == Then.WAIT_FOR_REQUESTER) {
            waits.begin(actor, current, "requester", null, null, now);
        } else if (then == Then.RESOLVE) {
            closures.resolve(actor, current, now);
        }
    }

    private CaseFile firstReply(Actor actor, CaseFile file, Instant now) {
        var clocks = file.clocks().replied(now);
        var change = changes.rows().change(now).set(CASE_FILE.FIRST_REPLY_AT, now);
        if (file.state() != CaseState.WAITING) {
            change = change.set(CASE_FILE.DUE_AT, clocks.due());
        }
        changes.rows().save(file, change);
        changes.log(file, actor, "cases.first-replied", now, false,
                CaseChanges.elapsed(file, calendars.of(file.team()), clocks.firstReplyDue(), now));
        return file.with(file.state(), file.stateSince(), clocks);
    }
}
