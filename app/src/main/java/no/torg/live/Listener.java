package no.torg.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import no.torg.live.Topics.Concerned;
import no.torg.tenancy.Tenant;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream: a short queue and a virtual thread that empties it. Who listens is asked anew each minute; who cannot keep up is let go and comes again. */
final class Listener {

    private static final int QUEUE = 100;
    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final Duration TRUST = Duration.ofMinutes(1);

    private final Tenant tenant;
    private final Supplier<Optional<Set<String>>> terms;
    private final SseEmitter stream = new SseEmitter(0L);
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile Set<String> known;
    private volatile boolean ended;

    Listener(Tenant tenant, Set<String> known, Supplier<Optional<Set<String>>> terms) {
        this.tenant = tenant;
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

    int tenant() {
        return tenant.id();
    }

    /** Hears of the change if it concerns the one who listens. */
    void hear(Concerned concerned, boolean internal) {
        var own = !Collections.disjoint(known, concerned.own());
        var staff = !own && !Collections.disjoint(known, concerned.staff());
        if (staff || own && !internal) {
            tell(concerned.topic());
        }
        if (staff) {
            tell(concerned.list());
        }
    }

    private void tell(String topic) {
        if (!queue.contains(topic) && !queue.offer(topic)) {
            end();
        }
    }

    void end() {
        ended = true;
    }

    /** Sends until the stream ends. */
    void run() {
        var trusted = Instant.now().plus(TRUST);
        try {
            stream.send(SseEmitter.event().comment("listening"));
            while (!ended) {
                var topic = queue.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (Instant.now().isAfter(trusted)) {
                    var now = tenant.call(terms::get);
                    if (now.isEmpty()) {
                        break;
                    }
                    known = now.get();
                    trusted = Instant.now().plus(TRUST);
                }
                stream.send(topic == null ? SseEmitter.event().comment("beat") : SseEmitter.event().name("changed").data(topic));
            }
            stream.complete();
        } catch (IOException | IllegalStateException gone) {
            stream.complete();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            stream.completeWithError(failed);
        } finally {
            ended = true;
        }
    }
}
