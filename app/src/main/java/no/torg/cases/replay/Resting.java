package no.torg.cases.replay;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Lets long work go on for as long as it may, and rests before each piece of it half as long as the last piece took: so pages have the database and the
 * processors to themselves a third of the time, and a million cases are replayed in a small part of the night.
 */
final class Resting implements BooleanSupplier {

    private static final Duration STEP = Duration.ofMillis(100);

    private final BooleanSupplier going;
    private long done = System.nanoTime();

    Resting(BooleanSupplier going) {
        this.going = going;
    }

    @Override
    public boolean getAsBoolean() {
        var until = System.nanoTime() + (System.nanoTime() - done) / 2;
        while (going.getAsBoolean() && System.nanoTime() < until) {
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        done = System.nanoTime();
        return going.getAsBoolean();
    }
}
