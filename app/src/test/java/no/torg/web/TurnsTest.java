package no.torg.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import no.torg.TorgTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A few pages at once, all of them made, and nobody kept waiting by those that do not end. */
@TorgTest
class TurnsTest {

    private final Turns turns = new Turns(2);

    @Autowired
    private Turns served;

    @AfterEach
    void stop() {
        turns.stop();
    }

    @Test
    void what_is_served_has_a_turn_more_than_processors_where_the_database_shares_them() {
        assertThat(served.free()).isEqualTo(Runtime.getRuntime().availableProcessors() + 1);
    }

    @Test
    void two_pages_are_made_at_once_and_all_are_made() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var made = new AtomicInteger();
        each(ask("GET", "/", 12, (request, response) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pause();
            now.decrementAndGet();
            made.incrementAndGet();
        }));
        assertThat(made).hasValue(12);
        assertThat(most).hasValue(2);
        allAreFree();
    }

    @Test
    void pages_that_do_not_end_lose_their_turns() throws Exception {
        var end = new CountDownLatch(1);
        var going = new CountDownLatch(2);
        var endless = ask("GET", "/", 2, (request, response) -> {
            going.countDown();
            await(end);
        });
        await(going);
        each(ask("GET", "/", 3, (request, response) -> { }));
        allAreFree();
        assertThat(endless).noneMatch(Future::isDone);
        end.countDown();
        each(endless);
        // no thread more is left when they have ended at last
        allAreFree();
    }

    @Test
    void a_page_is_made_by_a_thread_of_the_machine_and_all_else_by_that_of_its_connection() throws Exception {
        var virtual = new ArrayList<Boolean>();
        each(ask("GET", "/work", 1, (request, response) -> virtual.add(Thread.currentThread().isVirtual())));
        each(ask("POST", "/work", 1, (request, response) -> virtual.add(Thread.currentThread().isVirtual())));
        assertThat(virtual).containsExactly(false, true);
    }

    @Test
    void who_is_asked_to_stop_waits_until_the_page_is_made() throws Exception {
        var end = new CountDownLatch(1);
        var going = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var asking = Thread.startVirtualThread(() -> {
            try {
                turns.doFilter(new MockHttpServletRequest("GET", "/"), new MockHttpServletResponse(), (request, response) -> {
                    going.countDown();
                    await(end);
                });
            } catch (ServletException | IOException failed) {
                throw new IllegalStateException(failed);
            }
            done.countDown();
        });
        await(going);
        asking.interrupt();
        assertThat(done.await(100, TimeUnit.MILLISECONDS)).isFalse();
        end.countDown();
        await(done);
    }

    @Test
    void forms_and_styles_take_no_turn() throws Exception {
        assertThat(freeMeanwhile("GET", "/work")).isEqualTo(1);
        assertThat(freeMeanwhile("POST", "/work")).isEqualTo(2);
        assertThat(freeMeanwhile("GET", "/assets/torg.css")).isEqualTo(2);
    }

    @Test
    void files_and_exports_take_no_turn() throws Exception {
        for (var path : List.of("/files/1", "/api/files/1", "/insight/cases/csv", "/insight/tables/steps/xlsx", "/insight/services/it/csv")) {
            assertThat(freeMeanwhile("GET", path)).as(path).isEqualTo(2);
        }
        assertThat(freeMeanwhile("GET", "/insight/cases")).isEqualTo(1);
    }

    @Test
    void who_does_not_read_keeps_neither_a_turn_nor_a_thread_of_the_machine() throws Exception {
        var read = new CountDownLatch(1);
        var sending = new CountDownLatch(200);
        var virtual = ConcurrentHashMap.<Boolean>newKeySet();
        var unread = ask("GET", "/", 200, (request, response) -> response.getOutputStream().write('x'), () -> new Sent(() -> {
            virtual.add(Thread.currentThread().isVirtual());
            sending.countDown();
            await(read);
        }));
        try {
            await(sending);
            each(ask("GET", "/", 3, (request, response) -> { }));
            allAreFree();
            assertThat(unread).noneMatch(Future::isDone);
            assertThat(virtual).containsExactly(true);
        } finally {
            read.countDown();
        }
        each(unread);
    }

    @Test
    void what_was_written_is_sent_whole_and_a_stream_as_it_is_written() throws Exception {
        for (var path : List.of("/live", "/lively")) {
            var answer = new MockHttpServletResponse();
            turns.doFilter(new MockHttpServletRequest("GET", path), answer, (request, response) -> {
                response.getOutputStream().write('x');
                response.flushBuffer();
                assertThat(answer.getContentAsByteArray()).as(path).hasSize(path.equals("/live") ? 1 : 0);
            });
            assertThat(answer.getContentAsString()).as(path).isEqualTo("x");
        }
    }

    @Test
    void a_page_that_fails_gives_its_turn_back() {
        for (var failed : ask("GET", "/", 3, (request, response) -> { throw new ServletException("no page"); })) {
            assertThat(failed).failsWithin(5, TimeUnit.SECONDS).withThrowableThat().withMessageContaining("no page");
        }
        allAreFree();
    }

    private void allAreFree() {
        Awaitility.await().untilAsserted(() -> assertThat(turns.free()).isEqualTo(2));
    }

    private int freeMeanwhile(String method, String path) throws Exception {
        // whoever made the page before may be about to say that it is free again
        allAreFree();
        var free = new AtomicInteger();
        each(ask(method, path, 1, (request, response) -> free.set(turns.free())));
        return free.get();
    }

    private List<Future<?>> ask(String method, String path, int times, FilterChain page) {
        return ask(method, path, times, page, MockHttpServletResponse::new);
    }

    private List<Future<?>> ask(String method, String path, int times, FilterChain page, Supplier<HttpServletResponse> answers) {
        var asked = new ArrayList<Future<?>>();
        for (int i = 0; i < times; i++) {
            var one = new FutureTask<Void>(() -> {
                turns.doFilter(new MockHttpServletRequest(method, path), answers.get(), page);
                return null;
            });
            Thread.startVirtualThread(one);
            asked.add(one);
        }
        return asked;
    }

    private static void each(List<Future<?>> asked) throws Exception {
        for (var one : asked) {
            one.get(4, TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    /** An answer of which each byte that is written is told. */
    private static final class Sent extends MockHttpServletResponse {

        private final Runnable written;

        Sent(Runnable written) {
            this.written = written;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new DelegatingServletOutputStream(new OutputStream() {
                @Override
                public void write(int one) {
                    written.run();
                }
            });
        }
    }
}
