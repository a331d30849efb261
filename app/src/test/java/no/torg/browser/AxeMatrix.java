package no.torg.browser;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.torg.house.Crawl;
import no.torg.web.Language;
import no.torg.web.Scheme;

/**
 * Every page in three languages, two themes, light and dark, at three widths and in opened states: no violation of axe with every rule, nothing
 * too wide, nothing said in the console. Ends with 1 when something is wrong. {@code --quick} leaves the opened states out.
 */
public final class AxeMatrix {

    private static final List<Integer> WIDTHS = List.of(1280, 390, 320);

    private AxeMatrix() {
    }

    /** Goes through the matrix and prints what is wrong. */
    public static void main(String[] arguments) {
        Tool.run(() -> {
            try (var running = Running.start()) {
                return look(running, !List.of(arguments).contains("--quick"));
            }
        });
    }

    private static boolean look(Running running, boolean opened) {
        var tour = Tour.of(running.world(), running.context(), Crawl.MOST_OF_A_KIND);
        tour.missing().forEach(handler -> System.out.println("No example for " + handler));
        var wrong = new LinkedHashSet<String>();
        for (var tenant : List.of("", "solheim:")) {
            System.out.printf("%d pages at %s%n", tour.pages(tenant).size(), tenant.isEmpty() ? "fjordvik" : "solheim");
            for (var language : Language.values()) {
                for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
                    look(tour, tenant, new Tour.Look(language, scheme, WIDTHS), opened, wrong);
                }
            }
        }
        System.out.printf(wrong.isEmpty() ? "No violations.%n" : "%d violations.%n", wrong.size());
        return wrong.isEmpty() && tour.missing().isEmpty();
    }

    private static void look(Tour tour, String tenant, Tour.Look look, boolean opened, Set<String> wrong) {
        var began = System.nanoTime();
        for (var problem : tour.look(tenant, look, opened)) {
            wrong.add(problem);
            System.out.println(problem);
        }
        System.out.printf("%s%s: %d s%n", tenant, look, (System.nanoTime() - began) / 1_000_000_000);
    }
}
