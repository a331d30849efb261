package no.torg.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One case as it may have gone till now: opened, moved, assigned, answered, waiting, resolved, reopened, closed; how far it has come follows of its age. */
final class Life {

    static final String NEVER = "9999-12-31T00:00:00Z";
    private static final Duration REOPENABLE = Duration.ofDays(14);

    private final Trace trace;
    private final Cast cast;
    private final Random random;
    private final Vocabulary vocabulary;
    private final Instant now;
    final Set<UUID> teams = new HashSet<>();
    final long nth;
    final UUID id;
    final UUID requester;
    final Cast.Service service;
    final Instant opened;
    final Instant due;
    final String channel;
    final String text;
    Instant at;
    UUID team;
    @Nullable UUID handler;
    String state = "new";
    Instant since;
    int priority;
    @Nullable Instant resolved;
    @Nullable Instant closed;
    @Nullable Instant firstReply;
    int handOvers;
    int returns;
    int reopenings;
    Trace.Said last;
    Trace.Said open;

    Life(long nth, Instant opened, Instant now, Trace trace, Cast cast, Random random, Vocabulary vocabulary) {
        this.nth = nth;
        this.opened = opened;
        this.now = now;
        this.trace = trace;
        this.cast = cast;
        this.random = random;
        this.vocabulary = vocabulary;
        this.id = Trace.id(opened, 0, random);
        this.requester = cast.requesters().get(random.nextInt(cast.requesters().size()));
        this.service = cast.services().get(random.nextInt(cast.services().size()));
        this.due = opened.plus(Duration.ofHours(24 + random.nextInt(40 * 24)));
        this.channel = random.nextInt(4) == 0 ? "mail" : "portal";
        this.at = opened;
        this.since = opened;
        this.team = cast.team(random);
        this.priority = 1 + Math.min(4, random.nextInt(8));
        this.text = vocabulary.text(30 + random.nextInt(60));
        this.last = trace.opened(this);
        this.open = last;
    }

    /** Lives till now; every twentieth has ten messages, others three. */
    void live() {
        // some of every age lie as they came or come no further than waiting
        var lies = random.nextInt(100);
        if (lies < 2) {
            messages(3, false);
            return;
        }
        var goesOn = hands() && messages(nth % 20 == 0 ? 10 : 3, true) && waits(lies < 4);
        if (goesOn && ends() && random.nextInt(25) == 0 && pass(4_000)) {
            trace.reopened(this, requester);
            ends();
        }
    }

    private boolean hands() {
        if (random.nextInt(12) == 0) {
            return pass(30) && move(cast.team(random)) && (random.nextInt(4) > 0 || pass(60) && move(cast.team(random))) && assigned();
        }
        return assigned();
    }

    private boolean move(UUID to) {
        if (!to.equals(team)) {
            trace.moved(this, to);
        }
        return true;
    }

    private boolean assigned() {
        if (random.nextInt(20) == 0 && pass(10)) {
            trace.prioritised(this, 1 + random.nextInt(5));
        }
        if (random.nextInt(4) == 0) {
            return true;
        }
        if (!pass(40)) {
            return false;
        }
        trace.assigned(this, cast.worker(team, random));
        return true;
    }

    private boolean messages(int all, boolean answered) {
        for (int seq = 2; seq <= all; seq++) {
            if (!pass(90)) {
                return false;
            }
            var staff = answered && seq % 2 == 0;
            var author = !staff ? requester : handler != null ? handler : cast.worker(team, random);
            trace.posted(this, author, seq, seq > 2 && staff && random.nextInt(3) == 0, vocabulary.text(15 + random.nextInt(30)));
            if (staff && firstReply == null) {
                trace.replied(this, author);
            }
        }
        return true;
    }

    private boolean waits(boolean still) {
        if (!still && random.nextInt(7) > 0) {
            return true;
        }
        if (!pass(200)) {
            return false;
        }
        trace.waits(this);
        if (still || !pass(4_000)) {
            return false;
        }
        trace.goesOn(this);
        return true;
    }

    private boolean ends() {
        if (!pass(3_000)) {
            return false;
        }
        trace.resolved(this);
        if (at.plus(REOPENABLE).isAfter(now)) {
            return true;
        }
        at = at.plus(REOPENABLE);
        trace.closed(this);
        return true;
    }

    /** Lets about so many minutes pass; false when that would be after now. */
    private boolean pass(int minutes) {
        var next = at.plusSeconds(1 + (long) (-60.0 * minutes * Math.log(1 - random.nextDouble())));
        if (next.isAfter(now)) {
            return false;
        }
        at = next;
        return true;
    }

    Map<String, ?> elapsed(Instant dueThen) {
        var minutes = Duration.between(opened, at).toMinutes();
        return Map.of("minutes", minutes, "workingMinutes", minutes / 4, "late", at.isAfter(dueThen));
    }
}
