package no.torg.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** However many pages are long, there are not as many threads. */
class MakersTest {

    @Test
    void the_threads_are_bounded_and_what_waits_may_be_made_elsewhere() throws Exception {
        var makers = new Makers(2, 4);
        var end = new CountDownLatch(1);
        var begun = new AtomicInteger();
        var pages = Stream.generate(() -> new FutureTask<Void>(() -> {
            begun.incrementAndGet();
            end.await();
            return null;
        })).limit(6).toList();
        pages.forEach(makers::make);
        Awaitility.await().untilAtomic(begun, is(4));
        Thread.sleep(600);
        assertThat(begun).hasValue(4);
        assertThat(makers.letGo(pages.getFirst())).isFalse();
        assertThat(makers.letGo(pages.getLast())).isTrue();
        end.countDown();
        for (var page : pages.subList(0, 5)) {
            page.get(4, TimeUnit.SECONDS);
        }
        Awaitility.await().untilAsserted(() -> assertThat(makers.free()).isEqualTo(2));
        makers.stop();
    }
}
