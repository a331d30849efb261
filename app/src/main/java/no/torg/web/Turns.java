package no.torg.web;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.torg.tenancy.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages are made a few at a time, in the order they were asked for: as many at once as keep the processors busy. When all are made at once, each takes as
 * long as all together (docs/adr/0012). What takes long – an export, a page behind a lock – loses its turn and is made beside the others; who has waited
 * five seconds goes on without one. Forms and files sent in wait for no turn, nor do styles and scripts, and an open stream keeps none.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Turns extends OncePerRequestFilter {

    /** How long one has a turn, in milliseconds; looked at as often. */
    private static final int LONG = 250;

    private static final int PATIENCE_SECONDS = 5;

    private final Semaphore free;
    private final Set<Turn> taken = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().daemon().name("turns").unstarted(work));

    @Autowired
    Turns(WebSettings settings, Database database) {
        this(settings.atOnce() > 0 ? settings.atOnce() : usual(database.embedded()));
    }

    Turns(int atOnce) {
        free = new Semaphore(atOnce, true);
        clock.scheduleWithFixedDelay(() -> taken.stream().filter(Turn::isLong).forEach(Turn::end), LONG, LONG, TimeUnit.MILLISECONDS);
    }

    /** One more than the processors, so that one may wait for the disk; of a database that has processors of its own, pages wait half their time. */
    private static int usual(boolean oneMachine) {
        int processors = Runtime.getRuntime().availableProcessors();
        return (oneMachine ? processors : 2 * processors) + 1;
    }

    /** A page's turn, given back once. */
    private final class Turn {

        private final long since = System.nanoTime();

        boolean isLong() {
            return System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(LONG);
        }

        void end() {
            if (taken.remove(this)) {
                free.release();
            }
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var turn = await();
        try {
            chain.doFilter(request, response);
        } finally {
            if (turn != null) {
                turn.end();
            }
        }
    }

    private @Nullable Turn await() {
        try {
            if (free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                var turn = new Turn();
                taken.add(turn);
                return turn;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    int free() {
        return free.availablePermits();
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
