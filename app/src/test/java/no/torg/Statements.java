package no.torg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes down the SQL that each request asks for, where the request wants it by a header; behind the filter that gives pages to threads of their own. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE + 21)
public class Statements extends OncePerRequestFilter implements ExecuteListener {

    private static final String HEADER = "X-Statements";
    private static final ThreadLocal<@Nullable List<String>> NOW = new ThreadLocal<>();

    private final Map<String, List<String>> taken = new ConcurrentHashMap<>();

    /** Lets jOOQ tell of what it does. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {

        @Bean
        DefaultExecuteListenerProvider statementsTaken(Statements statements) {
            return new DefaultExecuteListenerProvider(statements);
        }
    }

    /** The SQL of one request of this client's, which is answered. */
    public List<String> of(Client client, String address) {
        var name = UUID.randomUUID().toString();
        var answer = client.with(HEADER, name).get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        // the answer may be here a moment before the request has ended
        for (int i = 0; i < 200; i++) {
            var found = taken.remove(name);
            if (found != null) {
                return found;
            }
            pause();
        }
        throw new AssertionError("Nothing was taken down for " + address);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var name = request.getHeader(HEADER);
        if (name == null) {
            chain.doFilter(request, response);
            return;
        }
        var statements = new ArrayList<String>();
        NOW.set(statements);
        try {
            chain.doFilter(request, response);
        } finally {
            NOW.remove();
            taken.put(name, statements);
        }
    }

    @Override
    public void executeStart(ExecuteContext context) {
        var statements = NOW.get();
        if (statements != null) {
            statements.add(String.valueOf(context.sql()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
