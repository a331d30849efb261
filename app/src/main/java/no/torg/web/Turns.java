package no.torg.web;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import no.torg.tenancy.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages are made a few at a time, in the order they were asked for, by {@link Makers}. When all are made at once, each takes as long as all together
 * (docs/adr/0012). Who has waited five seconds makes the page alone. What was made is sent by the thread of its connection when the turn has been given
 * back, so that those who read slowly keep nobody waiting. Forms and files sent in wait for no turn, nor do files, exports, styles and scripts sent out,
 * and an open stream keeps none.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Turns extends OncePerRequestFilter {

    private static final int PATIENCE_SECONDS = 5;
    private static final int MAKERS_AT_MOST = 100;
    /** What is sent while it is read, however large it is. */
    private static final Pattern SENT_AS_READ = Pattern.compile("^/assets/|^(/api)?/files/|/(csv|xlsx)$");
    private static final Pattern STREAM = Pattern.compile("^(/api)?/live$");

    private final Makers makers;

    @Autowired
    Turns(WebSettings settings, Database database) {
        this(settings.atOnce() > 0 ? settings.atOnce() : usual(database.embedded()));
    }

    Turns(int atOnce) {
        makers = new Makers(atOnce, Math.max(atOnce, MAKERS_AT_MOST));
    }

    /** One more than the processors, so that one may wait for the disk; of a database that has processors of its own, pages wait half their time. */
    private static int usual(boolean oneMachine) {
        int processors = Runtime.getRuntime().availableProcessors();
        return (oneMachine ? processors : 2 * processors) + 1;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || SENT_AS_READ.matcher(request.getRequestURI()).find();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        // a stream's beginning must not wait for an end
        var answer = STREAM.matcher(request.getRequestURI()).matches() ? response : new WholeAnswer(response);
        var page = new FutureTask<Void>(() -> {
            chain.doFilter(request, answer);
            return null;
        });
        makers.make(page);
        try {
            made(page);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case ServletException ours -> throw ours;
                case IOException ours -> throw ours;
                case RuntimeException ours -> throw ours;
                case Error ours -> throw ours;
                default -> throw new ServletException(failed.getCause());
            }
        }
        if (answer instanceof WholeAnswer whole) {
            whole.send();
        }
    }

    /** Waits until the page is made, even when it is time to stop: whoever makes it needs request and answer as long. */
    private void made(FutureTask<Void> page) throws ExecutionException {
        var stopping = false;
        for (var made = false; !made;) {
            try {
                page.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                made = true;
            } catch (TimeoutException late) {
                if (makers.letGo(page)) {
                    page.run();
                }
            } catch (InterruptedException asked) {
                stopping = true;
            }
        }
        if (stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many pages could begin at once now. */
    int free() {
        return makers.free();
    }

    @PreDestroy
    void stop() {
        makers.stop();
    }
}
