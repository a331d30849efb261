package no.torg.browser;

import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.torg.World;
import no.torg.house.Crawl;
import no.torg.house.Crawl.Visit;
import no.torg.house.Handlers.Handler;
import no.torg.migration.ImportSamples;
import no.torg.people.Actor;
import no.torg.people.Persons;
import no.torg.web.Language;
import no.torg.web.Scheme;
import org.springframework.context.ApplicationContext;

/** The pages worth looking at: for every GET handler as few addresses as show all that its pages are made of, as people of each kind see them. */
final class Tour {

    /** Who goes round: nobody signed in, and one of each kind at each tenant. */
    static final List<String> PERSONS = List.of(Crawl.STRANGER, "ingrid-hauge", "samuel-okafor", "kari-lunde", "lise-dahl", "vilde-sorum", "arne-solvang",
            "solheim:" + Crawl.STRANGER, "solheim:bjorg-torsvik", "solheim:olav-bakke", "solheim:silje-hansen", "solheim:aud-vikane", "solheim:bente-loken");

    private final World world;
    private final Crawl fjordvik;
    private final Crawl solheim;

    private Tour(World world, Crawl fjordvik, Crawl solheim) {
        this.world = world;
        this.fjordvik = fjordvik;
        this.solheim = solheim;
    }

    /** How pages are looked at. */
    record Look(Language language, Scheme scheme, List<Integer> widths) {

        @Override
        public String toString() {
            return language.code() + " " + scheme.code();
        }
    }

    /** A tour for which people open at most so many addresses of a handler each. */
    static Tour of(World world, ApplicationContext context, int most) {
        Crawl.attach(world, "ingrid-hauge");
        Crawl.attach(world, "solheim:bjorg-torsvik");
        for (var owner : List.of("vilde-sorum", "solheim:aud-vikane")) {
            world.browser(owner).post("/insight/dashboards", "name", "Morgenmøtet", "period", "90", "panels", "lines", "panels", "heat", "shared", "true");
        }
        for (var administrator : List.of("arne-solvang", "solheim:bente-loken")) {
            ImportSamples.bring(world, administrator);
        }
        world.settle();
        return new Tour(world, crawl(world, context, false, most), crawl(world, context, true, most));
    }

    private static Crawl crawl(World world, ApplicationContext context, boolean solheim, int most) {
        var persons = PERSONS.stream().filter(person -> person.startsWith("solheim:") == solheim).toList();
        var mail = solheim ? "mikkel.aune@post.example" : "maja.lind@post.example";
        var token = world.at(solheim ? "solheim:" : "", () -> context.getBean(Persons.class).invite(Actor.system("test"), mail));
        return Crawl.of(world, context, persons, Map.of("token", token), most);
    }

    /** Handlers of which no page and no part was found that answers 200: the demo world lacks an example. */
    List<Handler> missing() {
        return fjordvik.unseen();
    }

    /** The addresses at a tenant ({@code ""} or {@code "solheim:"}). */
    List<Visit> pages(String tenant) {
        return (tenant.isEmpty() ? fjordvik : solheim).telling();
    }

    /** Looks at every page of a tenant and gives what is wrong; {@code opened} states too. */
    List<String> look(String tenant, Look look, boolean opened) {
        return look(pages(tenant), look, opened);
    }

    /** Looks at the page of each handler that is made of the most, but for those at one address, and gives what is wrong. */
    List<String> sample(String tenant, Look look, String without) {
        var seen = new HashSet<Handler>();
        return look(pages(tenant).stream().filter(visit -> !visit.address().equals(without) && seen.add(visit.handler())).toList(), look, false);
    }

    private List<String> look(List<Visit> visits, Look look, boolean opened) {
        var wrong = new ArrayList<String>();
        // one window and one page for all who go round: each page that is new to Chromium costs seconds
        var window = Browsers.window(world, visits.getFirst().person(), 1280, look.language(), look.scheme());
        try {
            var sight = new Sight(window.newPage());
            for (var of : visits.stream().collect(Collectors.groupingBy(Visit::person, LinkedHashMap::new, Collectors.toList())).entrySet()) {
                Browsers.sitDown(world, window, of.getKey());
                of.getValue().forEach(visit -> look(sight, visit, look, opened, wrong));
            }
        } finally {
            window.close();
        }
        return wrong;
    }

    private static void look(Sight sight, Visit visit, Look look, boolean opened, List<String> wrong) {
        var name = "%s as %s, %s".formatted(visit.address(), visit.person(), look);
        try {
            sight.width(look.widths().getFirst()).at(visit.address());
            judge(sight, look, name, wrong);
            if (ImportSamples.offered(sight.page())) {
                ImportSamples.tryOut(sight.page());
                judge(sight, look, name + ", trial", wrong);
                sight.at(visit.address());
            }
            if (opened) {
                for (var opening : Opening.of(sight.page())) {
                    sight.width(look.widths().getFirst()).at(visit.address());
                    opening.open().run();
                    judge(sight, look, name + ", " + opening.name(), wrong);
                }
            }
        } catch (PlaywrightException failed) {
            wrong.add(name + ": " + failed.getMessage());
        }
    }

    private static void judge(Sight sight, Look look, String name, List<String> wrong) {
        for (var width : look.widths()) {
            sight.width(width).wrong().forEach(problem -> wrong.add("%s, %d px: %s".formatted(name, width, problem)));
        }
    }
}
