package no.torg.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import no.torg.events.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happens to a case as the product does: the row's columns change, and the log says so with the same data; the figures count it. */
final class Trace {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EVENT = "events.event (id, subject_kind, subject_id, type, internal, actor_id, at, recorded_at, data)";
    private static final String MESSAGE = "conversations.message (thread_id, id, seq, author_id, audience, channel, body, at)";

    private final Copies copies;
    private final Tallied tallied;
    private final Random random;
    private int inCase;

    /** The last thing said. */
    record Said(int seq, Instant at, UUID by, String snippet, boolean internal) {
    }

    Trace(Copies copies, Tallied tallied, Random random) {
        this.copies = copies;
        this.tallied = tallied;
        this.random = random;
    }

    /** An id of that moment: those of one case sort as they came, also within a millisecond. */
    static UUID id(Instant at, int nth, Random random) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000 | nth & 0xFFF, 1L << 63 | random.nextLong() >>> 2);
    }

    Said opened(Life life) {
        inCase = 0;
        var message = message(life, life.requester, 1, false, life.text);
        var data = new LinkedHashMap<String, @Nullable Object>(Map.of("v", 1, "service", life.service.id(), "team", life.team, "requester", life.requester,
                "priority", life.priority, "kind", "inquiry", "channel", life.channel, "message", message));
        append(life, "cases.opened", false, life.requester, data);
        return new Said(1, life.at, life.requester, snippet(life.text), false);
    }

    void assigned(Life life, UUID to) {
        log(life, "cases.assigned", false, to, fromTo("handler", life.handler, to));
        life.handler = to;
    }

    void moved(Life life, UUID to) {
        var facts = fromTo("team", life.team, to);
        var returned = life.teams.contains(to);
        facts.put("handler", life.handler);
        facts.put("open", true);
        facts.put("priorityLabel", String.valueOf(life.priority));
        facts.put("channelLabel", life.channel);
        facts.put("handOver", ++life.handOvers);
        facts.put("return", returned ? ++life.returns : 0);
        log(life, "cases.moved", false, null, facts);
        life.teams.add(life.team);
        life.teams.add(to);
        life.team = to;
        life.handler = null;
    }

    void prioritised(Life life, int to) {
        var facts = fromTo("priority", life.priority, to);
        facts.put("fromLabel", String.valueOf(life.priority));
        log(life, "cases.prioritised", true, life.handler, facts);
        life.priority = to;
    }

    void posted(Life life, UUID by, int seq, boolean internal, String body) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("message", message(life, by, seq, internal, body));
        facts.put("seq", seq);
        facts.put("audience", internal ? "internal" : "public");
        facts.put("requester", life.requester);
        facts.put("handler", life.handler);
        log(life, "conversations.message-posted", internal, by, facts);
        life.last = new Said(seq, life.at, by, snippet(body), internal);
        life.open = internal ? life.open : life.last;
    }

    void replied(Life life, UUID by) {
        log(life, "cases.first-replied", false, by, life.elapsed(life.opened.plus(Duration.ofHours(4))));
        life.firstReply = life.at;
        if (life.state.equals("new")) {
            enter(life, "cases.state-changed", "in-progress", Map.of());
        }
    }

    void waits(Life life) {
        copies.row("cases.case_wait (case_id, nth, wait_for, since, ended_at)", life.id, 1, "third-party", life.at, null);
        enter(life, "cases.waiting-began", "waiting", Map.of("for", "third-party"));
    }

    void goesOn(Life life) {
        copies.endLast("cases.case_wait", life.at);
        enter(life, "cases.waiting-ended", "in-progress", Map.of());
    }

    void resolved(Life life) {
        var facts = new HashMap<String, @Nullable Object>(life.elapsed(life.due));
        facts.putAll(Map.of("outcome", "done", "closing", false, "version", life.service.version(), "requester", life.requester));
        enter(life, "cases.resolved", "resolved", facts);
        life.resolved = life.at;
    }

    void closed(Life life) {
        copies.row("cases.case_closure (case_id, nth, closed_at, reason, reopened_at)", life.id, life.reopenings + 1, life.at, "done", null);
        enter(life, "cases.closed", "closed", Map.of("reason", "done", "requester", life.requester, "minutes", minutes(life, life.at)));
        life.closed = life.at;
    }

    void reopened(Life life, UUID by) {
        enter(life, "cases.reopened", "in-progress", Map.of("reopening", ++life.reopenings, "resolvedMinutes", minutes(life, life.resolved),
                "closedMinutes", minutes(life, life.closed)));
        if (life.closed != null) {
            copies.endLast("cases.case_closure", life.at);
        }
        life.resolved = null;
        life.closed = null;
    }

    private static long minutes(Life life, @Nullable Instant end) {
        return end == null ? -1 : Duration.between(life.opened, end).toMinutes();
    }

    private void enter(Life life, String type, String state, Map<String, ?> more) {
        var facts = fromTo("state", life.state, state);
        facts.putAll(more);
        log(life, type, false, life.handler, facts);
        life.state = state;
        life.since = life.at;
    }

    private void log(Life life, String type, boolean internal, @Nullable UUID actor, Map<String, ?> facts) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("v", 1);
        data.put("service", life.service.id());
        data.put("team", life.team);
        data.put("state", "state".equals(facts.get("noun")) ? facts.get("to") : life.state);
        data.put("handled", !type.equals("cases.moved") && ("handler".equals(facts.get("noun")) ? facts.get("to") : life.handler) != null);
        data.putAll(facts);
        append(life, type, internal, actor, data);
    }

    private void append(Life life, String type, boolean internal, @Nullable UUID actor, Map<String, ?> facts) {
        var data = JSON.valueToTree(facts);
        var event = new Event(1, id(life.at, inCase++, random), "case", life.id, type, internal, actor, null, life.at, "live", data);
        copies.row(EVENT, event.id(), "case", life.id, type, internal, actor, life.at, life.at, data);
        tallied.count(event);
    }

    private UUID message(Life life, UUID by, int seq, boolean internal, String body) {
        var message = id(life.at, 0xFFF - seq, random);
        copies.row(MESSAGE, life.id, message, seq, by, internal ? "internal" : "public", life.channel, body, life.at);
        if (random.nextInt(12) == 0) {
            var hash = "%016x".formatted(random.nextLong()).repeat(4);
            copies.row("conversations.message_file (message_id, position, id, file_hash, name, media_type, size)", message, 1, id(life.at, 0, random), hash,
                    "skjermbilde.png", "image/png", 10_000 + random.nextInt(900_000));
        }
        return message;
    }

    private static Map<String, @Nullable Object> fromTo(String noun, @Nullable Object from, @Nullable Object to) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("noun", noun);
        facts.put("from", from);
        facts.put("to", to);
        return facts;
    }

    static String snippet(String body) {
        return body.substring(0, Math.min(160, body.length()));
    }
}
