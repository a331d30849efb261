package no.torg.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.torg.Client;
import no.torg.World;
import no.torg.house.Crawl;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import no.torg.web.Scheme;
import org.jspecify.annotations.Nullable;

/** The one Chromium of this JVM, and windows in it in which somebody of the world is signed in. */
public final class Browsers {

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update",
            "--no-first-run", "--disable-dev-shm-usage", "--disable-gpu", "--disable-software-rasterizer");
    private static @Nullable Browser browser;

    private Browsers() {
    }

    /** The browser, started at its first use and closed with the JVM. */
    public static synchronized Browser get() {
        if (browser == null) {
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var started = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            browser = started;
        }
        return browser;
    }

    /** A window of this width in which the person is signed in, or nobody is; addresses are paths. */
    public static BrowserContext window(World world, String person, int width) {
        return window(world, person, options(world, person, width));
    }

    /** A window at any tenant in which one of its persons is signed in. */
    public static BrowserContext window(World world, Tenant tenant, UUID person, int width) throws Exception {
        var home = "http://" + tenant.slug() + ".localhost:" + world.stranger(tenant).port();
        var window = get().newContext(new Browser.NewContextOptions().setBaseURL(home).setViewportSize(width, 900));
        window.setDefaultTimeout(15_000);
        window.addCookies(List.of(new Cookie("torg-session", world.browser(tenant, person).cookie("torg-session")).setUrl(home)));
        return window;
    }

    /** The same with the language and the colours chosen for good. */
    public static BrowserContext window(World world, String person, int width, Language language, Scheme scheme) {
        var window = window(world, person, options(world, person, width).setReducedMotion(ReducedMotion.REDUCE));
        window.addCookies(List.of(cookie(world, person, "lang", language.code()), cookie(world, person, "scheme", scheme.code())));
        return window;
    }

    /** Lets somebody else of the same tenant sit down at a window: what is chosen there stays. */
    public static void sitDown(World world, BrowserContext window, String person) {
        window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("torg-session"));
        signIn(world, window, person);
    }

    /** The same with whatever options. */
    public static BrowserContext window(World world, String person, Browser.NewContextOptions options) {
        var window = get().newContext(options);
        window.setDefaultTimeout(15_000);
        signIn(world, window, person);
        return window;
    }

    private static void signIn(World world, BrowserContext window, String person) {
        if (!person.endsWith(Crawl.STRANGER)) {
            window.addCookies(List.of(cookie(world, person, "torg-session", world.browser(person).cookie("torg-session"))));
        }
    }

    /** Options for a window at the person's tenant. */
    public static Browser.NewContextOptions options(World world, String person, int width) {
        return new Browser.NewContextOptions().setBaseURL(home(world, person)).setViewportSize(width, 900);
    }

    private static Cookie cookie(World world, String person, String name, @Nullable String value) {
        return new Cookie(name, value == null ? "" : value).setUrl(home(world, person));
    }

    private static String home(World world, String person) {
        return "http://" + (person.startsWith("solheim:") ? "solheim.localhost" : "localhost") + ":" + client(world, person).port();
    }

    private static Client client(World world, String person) {
        return world.stranger(person.startsWith("solheim:") ? "solheim" : "fjordvik");
    }

    private static Path chromium() {
        var named = System.getenv("TORG_CHROMIUM");
        return Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").filter(path -> !path.isEmpty()).map(Path::of)
                .filter(Files::isExecutable).findFirst().orElseThrow(() -> new IllegalStateException("Chromium is missing; apt-get install chromium, or set TORG_CHROMIUM"));
    }
}
