package no.torg.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import no.torg.live.Topics.Concerned;
import no.torg.people.Actors.Pass;
import no.torg.tenancy.Tenant;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream: a short queue and a virtual thread that empties it. What one may hear is asked anew each minute; who cannot keep up is let go and comes again. */
final class Listener {

    private static final int QUEUE = 100;
    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final Duration TRUST = Duration.ofMinutes(1);

    private static final Duration AFTER_TOO_MANY = Duration.ofMinutes(1);

    private final Tenant tenant;
    private final UUID person;
    private final Pass pass;
    private final Supplier<Optional<Set<String>>> terms;
    private final SseEmitter stream = new SseEmitter(0L);
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile Set<String> known;
    private Instant trustedUntil = Instant.now().plus(TRUST);
    private volatile boolean ended;
    private volatile boolean oneTooMany;

    Listener(Tenant tenant, UUID person, Pass pass, Set<String> known, Supplier<Optional<Set<String>>> terms) {
        this.tenant = tenant;
        this.person = person;
        this.pass = pass;
        this.known = known;
        this.terms = terms;
        stream.onCompletion(this::end);
        stream.onTimeout(this::end);
        stream.onError(gone -> end());
    }

    SseEmitter stream() {
        return stream;
    }

    boolean ended() {
        return ended;
    }

    Tenant tenant() {
        return tenant;
    }

    Pass pass() {
        return pass;
    }

    boolean isOf(int tenant, UUID person) {
        return this.tenant.id() == tenant && this.person.equals(person);
    }

    boolean sameAs(Listener other) {
        return isOf(other.tenant.id(), other.person);
    }

    /** Hears of the change if it concerns the one who listens. */
    void hear(Concerned concerned, Set<String> left, boolean internal) {
        var own = !Collections.disjoint(known, concerned.own());
        var staff = !own && !Collections.disjoint(known, concerned.staff());
        if (staff || own && !internal) {
            tell(concerned.topic());
        }
        if (staff || !own && !Collections.disjoint(known, left)) {
            tell(concerned.list());
        }
    }

    private void tell(String topic) {
        if (!queue.contains(topic) && !queue.offer(topic)) {
            end();
        }
    }

    /** Ends the stream at once; what is still to be told is not. */
    void end() {
        ended = true;
        // Wakes the thread, which sends nothing of it
        queue.clear();
        queue.offer("");
    }

    /** Makes room for a newer stream of the same person; a browser that is still there waits before it comes again. */
    void giveWay() {
        oneTooMany = true;
        end();
    }

    /** Sends until the stream ends. */
    void run() {
        try {
            stream.send(SseEmitter.event().comment("listening"));
            while (!ended) {
                var topic = queue.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended && trusted()) {
                    stream.send(topic == null ? SseEmitter.event().comment("beat") : SseEmitter.event().name("changed").data(topic));
                }
            }
            if (oneTooMany) {
                stream.send(SseEmitter.event().reconnectTime(AFTER_TOO_MANY.toMillis()).comment("too many"));
            }
            stream.complete();
        } catch (IOException | IllegalStateException gone) {
            // the server itself ends the request of a browser that has gone, and lets nobody else touch it
            ended = true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            stream.completeWithError(failed);
        } finally {
            ended = true;
        }
    }

    /** Whether whoever listens may still; asks when the last answer is a minute old, and ends the stream of one who may not. */
    private boolean trusted() throws Exception {
        if (Instant.now().isAfter(trustedUntil)) {
            var now = tenant.call(terms::get);
            now.ifPresentOrElse(anew -> known = anew, this::end);
            trustedUntil = Instant.now().plus(TRUST);
        }
        return !ended;
    }
}
