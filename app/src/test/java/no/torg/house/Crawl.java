package no.torg.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import no.torg.Client;
import no.torg.World;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds the pages that a person can get to by following links, and for each GET handler addresses that work in the world as it is. */
public final class Crawl {

    /** The name of nobody signed in, at a tenant. */
    public static final String STRANGER = "stranger";

    /** As many addresses of a handler as a person opens, where nothing else is said. */
    public static final int MOST_OF_A_KIND = 16;

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|data-src)=\"(/[^\"#]*)");
    private static final Pattern MADE_UP = Pattern.compile("<[a-z0-9]+(?= |>)|(?:class|role|type|data-[a-z]+)=\"[A-Za-z][^\"/]{0,60}\"");
    private static final Pattern CASE = Pattern.compile("/cases/[0-9]{4}-[0-9]+");
    private static final Pattern CHOICE = Pattern.compile("[?&](lang|scheme)=");
    private static final PathPatternParser PATTERNS = new PathPatternParser();

    private final World world;
    private final int most;
    private final List<Handlers.Handler> handlers;
    private final Map<Handlers.Handler, PathPattern> patterns = new LinkedHashMap<>();
    private final Map<Handlers.Handler, List<Visit>> visits = new LinkedHashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    private Crawl(World world, List<Handlers.Handler> handlers, int most) {
        this.world = world;
        this.most = most;
        this.handlers = handlers;
        handlers.forEach(handler -> patterns.put(handler, PATTERNS.parse(handler.path())));
        handlers.forEach(handler -> visits.put(handler, new ArrayList<>()));
    }

    /** What a person was answered at an address. */
    public record Visit(Handlers.Handler handler, String person, String address, Client.Answer answer) {

        /** Whether it is a whole page, not a part of one and no file. */
        public boolean isPage() {
            return answer.status() == 200 && String.valueOf(answer.header("Content-Type")).startsWith("text/html") && answer.body().contains("<html");
        }

        /** How the page is made up: what kinds of elements it has, whatever is in them. */
        Set<String> makeUp() {
            var kinds = new TreeSet<String>();
            MADE_UP.matcher(answer.body()).results().map(MatchResult::group).forEach(kinds::add);
            return kinds;
        }
    }

    /** Sends a file to a case of the person's own, for the demo world's cases have none. */
    public static void attach(World world, String person) {
        var browser = world.browser(person);
        for (var found : CASE.matcher(browser.get("/me").body()).results().map(MatchResult::group).distinct().toList()) {
            if (browser.post(found + "/messages", Client.file("files", "kvittering.txt", "Betalt"), "text", "Her er kvitteringen.", "once", found).status() < 400) {
                return;
            }
        }
        throw new AssertionError(person + " has no open case");
    }

    /** Visits everything as each of these persons, {@link #MOST_OF_A_KIND} of a kind. */
    public static Crawl of(World world, ApplicationContext context, List<String> persons, Map<String, String> given) {
        return of(world, context, persons, given, MOST_OF_A_KIND);
    }

    /** Visits everything as each of these persons, at most so many of a kind; {@code given} are values of path variables that no link shows. */
    public static Crawl of(World world, ApplicationContext context, List<String> persons, Map<String, String> given, int most) {
        var gets = Handlers.of(context).stream().filter(handler -> handler.verb().equals("GET") && !handler.isApi() && !handler.isStream()).toList();
        var crawl = new Crawl(world, gets, most);
        given.forEach((name, value) -> crawl.values.computeIfAbsent(name, none -> new LinkedHashSet<>()).add(value));
        persons.forEach(crawl::follow);
        persons.forEach(crawl::fill);
        return crawl;
    }

    /** Everything that was visited. */
    public List<Visit> all() {
        return visits.values().stream().flatMap(List::stream).toList();
    }

    /** A value that a path variable was reached with. */
    public Optional<String> value(String variable) {
        return values.getOrDefault(variable, Set.of()).stream().findFirst();
    }

    /** Handlers for which no address was found that answers with 200. */
    public List<Handlers.Handler> unseen() {
        return handlers.stream().filter(handler -> visits.get(handler).stream().noneMatch(visit -> visit.answer().status() == 200)).toList();
    }

    /** As few pages as show everything that pages are made of, at least one of each handler that has pages. */
    public List<Visit> telling() {
        var telling = new ArrayList<Visit>();
        for (var handler : handlers) {
            var seen = new TreeSet<String>();
            visits.get(handler).stream().filter(Visit::isPage).sorted((one, other) -> other.makeUp().size() - one.makeUp().size()).filter(visit -> seen.addAll(visit.makeUp())).forEach(telling::add);
        }
        return telling;
    }

    private void follow(String person) {
        var client = client(person);
        var found = new LinkedHashSet<String>();
        var ahead = new ArrayDeque<String>();
        handlers.stream().filter(handler -> handler.variables().isEmpty()).map(Handlers.Handler::path).forEach(ahead::add);
        var counts = new HashMap<Handlers.Handler, Integer>();
        while (!ahead.isEmpty()) {
            var address = ahead.poll();
            var handler = handler(address);
            if (handler == null || !found.add(address) || counts.merge(handler, 1, Integer::sum) > most) {
                continue;
            }
            var visit = visit(handler, person, client, address);
            LINK.matcher(visit.answer().body()).results().map(link -> link.group(1).replace("&amp;", "&").replaceFirst("\\?from=[^&]*$", "")).filter(link -> !CHOICE.matcher(link).find()).forEach(ahead::add);
        }
    }

    /** Tries handlers that no link led to with values that others were reached with. */
    private void fill(String person) {
        var client = client(person);
        for (var handler : handlers) {
            if (visits.get(handler).stream().noneMatch(visit -> visit.person().equals(person)) && !handler.variables().isEmpty()) {
                var name = handler.variables().getFirst();
                values.getOrDefault(name, Set.of()).stream().limit(most).forEach(value -> {
                    var address = handler.path().replace("{" + name + "}", value);
                    if (!address.contains("{")) {
                        visit(handler, person, client, address);
                    }
                });
            }
        }
    }

    private Visit visit(Handlers.Handler handler, String person, Client client, String address) {
        var visit = new Visit(handler, person, address, client.get(address));
        visits.get(handler).add(visit);
        if (visit.answer().status() == 200) {
            var match = patterns.get(handler).matchAndExtract(path(address));
            match.getUriVariables().forEach((name, value) -> values.computeIfAbsent(name, none -> new LinkedHashSet<>()).add(value));
        }
        return visit;
    }

    private Handlers.Handler handler(String address) {
        var path = path(address);
        return patterns.entrySet().stream().filter(known -> known.getValue().matches(path)).min(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

    private Client client(String person) {
        return person.endsWith(STRANGER) ? world.stranger(person.startsWith("solheim:") ? "solheim" : "fjordvik") : world.browser(person);
    }

    private static PathContainer path(String address) {
        return PathContainer.parsePath(address.split("\\?", 2)[0]);
    }
}
