package no.torg.cases.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

/** Long work rests in proportion, and no longer than it may go on. */
class RestingTest {

    @Test
    void it_rests_half_as_long_as_the_work_took_and_stops_at_once() throws InterruptedException {
        var going = new AtomicBoolean(true);
        var resting = new Resting(going::get);
        Thread.sleep(800);
        var begun = System.nanoTime();
        assertThat(resting.getAsBoolean()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(390), Duration.ofSeconds(5));
        Thread.sleep(800);
        going.set(false);
        begun = System.nanoTime();
        assertThat(resting.getAsBoolean()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(390));
    }
}
