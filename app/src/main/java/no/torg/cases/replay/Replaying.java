package no.torg.cases.replay;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import no.torg.cases.FiguresCheck;
import no.torg.cases.QueueCounts;
import no.torg.cases.replay.Replays.Replay;
import org.springframework.stereotype.Component;

/** Works on a replay slice by slice, each noted when it is done: broken off, it goes on from there, here or on another node. */
@Component
class Replaying {

    static final int SLICE = 5_000;
    private static final Duration HOLD = Duration.ofMinutes(2);
    /** The recount of all figures is one piece of work. */
    private static final Duration LONG_HOLD = Duration.ofMinutes(30);

    private final Replays replays;
    private final Comparison comparison;
    private final QueueCounts counts;
    private final FiguresCheck figures;

    Replaying(Replays replays, Comparison comparison, QueueCounts counts, FiguresCheck figures) {
        this.replays = replays;
        this.comparison = comparison;
        this.counts = counts;
        this.figures = figures;
    }

    /** Works on it till its end, or as long as {@code going}, or until another holds it; gives it as it stands then. */
    Replay work(UUID id, int size, BooleanSupplier going) {
        var worker = UUID.randomUUID();
        var held = replays.hold(id, worker, HOLD);
        while (held.isPresent() && held.get().compared() == null && going.getAsBoolean()) {
            replays.note(held.get(), worker, comparison.slice(held.get().comparedTo(), size));
            held = replays.hold(id, worker, HOLD);
        }
        if (held.isPresent() && going.getAsBoolean() && replays.hold(id, worker, LONG_HOLD).isPresent()) {
            replays.end(id, worker, counts.drift().size(), figures.compare().differing());
        }
        replays.release(id, worker);
        return replays.get(id);
    }
}
