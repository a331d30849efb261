package no.torg.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import no.torg.web.Language;
import no.torg.web.Scheme;
import org.junit.jupiter.api.Test;

/** The form as its scripts make it, against a server that answers slowly and always with the answers it was sent. */
class FormScriptTest {
    private final CountDownLatch typed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatIsTypedWhileTheServerThinksIsKeptAndSoIsTheFocus() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Preview::answer);
        server.createContext("/services/guest/requests/draft", this::draft);
        server.start();
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
             var browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(List.of("--no-sandbox")))) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + server.getAddress().getPort() + "/form");
            page.waitForRequest("**/requests/draft", () -> page.getByLabel("Nei, bare nett og rom").check());
            page.getByLabel("Hvorfor trenger gjesten tilgang?").fill("Skrevet imens");
            redraw(page);
            assertThat(page.getByLabel("Hvorfor trenger gjesten tilgang?")).hasValue("Skrevet imens");
            assertThat(page.getByLabel("Hvorfor trenger gjesten tilgang?")).isFocused();
        } finally {
            server.stop(0);
        }
    }

    private void redraw(Page page) {
        page.waitForResponse("**/requests/draft", typed::countDown);
        assertThat(page.locator("#fields[data-drawn]")).hasCount(1);
    }

    private void draft(HttpExchange exchange) throws IOException {
        try {
            typed.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var why = sent.split("name=\"f.why\"\r\n\r\n", 2)[1].split("\r\n", 2)[0];
        var frame = Samples.frame(Language.NB, Scheme.LIGHT, "form");
        var output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("cases/requests/fields.jte", Samples.page("form", frame).view(), output);
        var body = output.toString().replace("Feltarbeid i Fjordmiljø 2030", why).replace("id=\"fields\"", "id=\"fields\" data-drawn=\"" + asked.incrementAndGet() + "\"").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
