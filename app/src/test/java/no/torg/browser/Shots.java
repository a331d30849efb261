package no.torg.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.torg.TestFolder;
import no.torg.house.Crawl;
import no.torg.house.Crawl.Visit;
import no.torg.migration.ImportSamples;
import no.torg.web.Language;
import no.torg.web.Scheme;

/** Takes pictures of every page at 1280 and 390 px, and of the first tenant's in the dark, into target/shots. Words: parts of the addresses wanted. */
public final class Shots {

    private static final Path OUT = TestFolder.PROJECT.resolve("target/shots");

    /** In milliseconds: a long page on a busy machine takes its time, and one that is late must not end the rest. */
    private static final double PATIENCE = 120_000;

    private Shots() {
    }

    /** Takes the pictures; ends with 1 when a page has no example. */
    public static void main(String[] wanted) {
        Tool.run(() -> take(wanted));
    }

    private static boolean take(String[] wanted) throws IOException {
        Files.createDirectories(OUT);
        try (var running = Running.start()) {
            var tour = Tour.of(running.world(), running.context(), Crawl.MOST_OF_A_KIND);
            tour.missing().forEach(handler -> System.out.println("No example for " + handler));
            for (var tenant : List.of("", "solheim:")) {
                take(running, tour.pages(tenant).stream().filter(visit -> wanted.length == 0 || List.of(wanted).stream().anyMatch(visit.address()::contains)).toList());
            }
            System.out.println("Pictures are in " + OUT);
            return tour.missing().isEmpty();
        }
    }

    private static void take(Running running, List<Visit> visits) {
        var counts = new HashMap<String, Integer>();
        for (var visit : visits) {
            take(running, visit, 1280, Scheme.LIGHT, counts);
            take(running, visit, 390, Scheme.LIGHT, counts);
            if (!visit.person().startsWith("solheim:")) {
                take(running, visit, 1280, Scheme.DARK, counts);
            }
        }
    }

    private static void take(Running running, Visit visit, int width, Scheme scheme, Map<String, Integer> counts) {
        var tenant = visit.person().startsWith("solheim:") ? "solheim" : "fjordvik";
        var path = visit.handler().path().replaceAll("[{}]", "").replace('/', '-').replaceAll("^-", "");
        var name = "%s-%s-%s-%d%s".formatted(tenant, path.isEmpty() ? "front" : path, visit.person().replace("solheim:", ""), width, scheme == Scheme.DARK ? "-dark" : "");
        var nth = counts.merge(name, 1, Integer::sum);
        try (var window = Browsers.window(running.world(), visit.person(), width, Language.NB, scheme)) {
            var page = new Sight(window.newPage()).at(visit.address()).page();
            var file = name + (nth == 1 ? "" : "-" + nth);
            take(page, file);
            if (ImportSamples.offered(page)) {
                ImportSamples.tryOut(page);
                take(page, file + "-trial");
            }
        }
    }

    private static void take(Page page, String file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(OUT.resolve(file + ".png")).setFullPage(true).setTimeout(PATIENCE));
    }
}
