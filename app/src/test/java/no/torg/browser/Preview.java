package no.torg.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.torg.web.Language;
import no.torg.web.Scheme;

/**
 * Draws templates with sample records, without database or server, takes pictures of them and lets axe look: what a designer wants
 * while working on a page. Arguments: parts of the names of the pages wanted; none means all. Pictures come to {@code target/preview}.
 */
public final class Preview {
    private static final Path OUT = Path.of("target/preview");
    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'";
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private static final String WIDEST = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3)"
        + ".map(e => e.outerHTML.slice(0, 120)).join(' | ')";

    private Preview() {}

    public static void main(String[] wanted) throws IOException {
        Files.createDirectories(OUT);
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", Preview::answer);
        server.start();
        var home = "http://localhost:" + server.getAddress().getPort();
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var chromium = new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(List.of("--no-sandbox"));
            try (var browser = playwright.chromium().launch(chromium)) {
                for (var name : Samples.names()) {
                    if (wanted.length > 0 && List.of(wanted).stream().noneMatch(name::contains)) continue;
                    for (var width : List.of(1280, 390, 320)) look(browser, home, name, width, Scheme.LIGHT);
                    look(browser, home, name, 1280, Scheme.DARK);
                }
            }
        } finally {
            server.stop(0);
        }
    }

    private static void look(Browser browser, String home, String name, int width, Scheme scheme) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
            var page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) System.out.println("  " + name + ": " + message.text());
            });
            page.navigate(home + "/" + name + "?lang=nb&scheme=" + scheme.code());
            if (width != 390) judge(page, name + " " + width + " " + scheme);
            if (width == 320) return;
            var file = OUT.resolve(name.replace('/', '-') + "-" + width + (scheme == Scheme.DARK ? "-dark" : "") + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }
    }

    private static void judge(Page page, String what) {
        var wider = (Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (wider > 0) System.out.println(what + ": " + wider + " px too wide: " + page.evaluate(WIDEST));
        for (var rule : new AxeBuilder(page).analyze().getViolations()) {
            System.out.println(what + ": " + rule.getId() + " " + rule.getHelp());
            rule.getNodes().stream().limit(3).forEach(node -> System.out.println("    " + node.getHtml().lines().findFirst().orElse("") + " | " + node.getFailureSummary().replace('\n', ' ')));
        }
    }

    static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        byte[] body;
        if (path.equals("/live")) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        if (path.startsWith("/assets/")) {
            try (var asset = Preview.class.getResourceAsStream("/static" + path)) {
                body = asset == null ? new byte[0] : asset.readAllBytes();
            }
            exchange.getResponseHeaders().set("Content-Type", type(path));
        } else {
            body = html(path.substring(1), query(exchange)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        }
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String html(String name, Map<String, String> query) {
        var frame = Samples.frame(Language.of(query.get("lang")).orElse(Language.NB), Scheme.valueOf(query.getOrDefault("scheme", "auto").toUpperCase()), name);
        var page = Samples.page(name, frame);
        var output = new StringOutput();
        TEMPLATES.render(page.template() + ".jte", page.view(), output);
        return output.toString();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new TreeMap<String, String>();
        if (exchange.getRequestURI().getQuery() == null) return query;
        for (var pair : exchange.getRequestURI().getQuery().split("&")) query.put(pair.split("=")[0], pair.split("=")[1]);
        return query;
    }

    private static String type(String path) {
        if (path.endsWith(".css")) return "text/css";
        if (path.endsWith(".js")) return "text/javascript";
        return path.endsWith(".svg") ? "image/svg+xml" : "font/woff2";
    }
}
