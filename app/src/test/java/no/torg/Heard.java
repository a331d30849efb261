package no.torg;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/** What a stream has said so far; closed, it is listened to no more. */
public final class Heard implements Flow.Subscriber<String>, AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean ended;

    /** The lines until now. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Whether the other side has ended it. */
    public boolean ended() {
        return ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable broken) {
        subscription = null;
    }

    @Override
    public void onComplete() {
        subscription = null;
        ended = true;
    }

    @Override
    public void close() {
        var open = subscription;
        if (open != null) {
            open.cancel();
        }
    }
}
