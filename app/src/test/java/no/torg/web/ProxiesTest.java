package no.torg.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** What a proxy says of a request is believed of those that the operator names, and of nobody else. */
@TorgTest
class ProxiesTest {

    private static final String BELIEVED = "203.0.113.9 true https://127.0.0.1/";
    private static final String AS_IT_CAME = "127.0.0.1 false http://127.0.0.1";

    @Autowired
    private World world;

    @Test
    void a_proxy_that_is_named_is_believed() throws Exception {
        assertThat(seen(List.of("192.0.2.1", "127.0.0.1"), "203.0.113.9")).isEqualTo(BELIEVED);
        assertThat(seen(List.of("localhost"), "203.0.113.9")).isEqualTo(BELIEVED);
        // what a caller wrote before the proxy did is no address of theirs
        assertThat(seen(List.of("127.0.0.1"), "10.0.0.1, 203.0.113.9")).isEqualTo(BELIEVED);
    }

    @Test
    void another_than_those_named_is_not_believed_nor_anybody_when_none_is() throws Exception {
        assertThat(seen(List.of("192.0.2.1", "::1"), "203.0.113.9")).startsWith(AS_IT_CAME);
        assertThat(seen(List.of("127.0.0.10"), "203.0.113.9")).startsWith(AS_IT_CAME);
        assertThat(seen(List.of(), "203.0.113.9")).startsWith(AS_IT_CAME);
        var page = world.stranger("fjordvik").with("X-Forwarded-Proto", "https").get("/sign-in?lang=nb");
        assertThat(page.whole().headers().allValues("set-cookie")).isNotEmpty().noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void a_proxy_that_nobody_knows_is_told_at_the_start() {
        var proxies = new Proxies(List.of("no such proxy"));
        assertThatThrownBy(() -> proxies.customize(new TomcatServletWebServerFactory(0))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TORG_PROXY").hasMessageContaining("no such proxy");
    }

    /** What a server sees of a request that says it came by TLS, from there. */
    private static String seen(List<String> proxies, String from) throws Exception {
        var factory = new TomcatServletWebServerFactory(0);
        new Proxies(proxies).customize(factory);
        var server = factory.getWebServer(context -> context.addServlet("seen", new Seen()).addMapping("/*"));
        server.start();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/")).header("X-Forwarded-For", from).header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "evil.example").build();
            return http.send(request, BodyHandlers.ofString()).body();
        } finally {
            server.stop();
        }
    }

    private static final class Seen extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteAddr() + " " + request.isSecure() + " " + request.getRequestURL());
        }
    }
}
