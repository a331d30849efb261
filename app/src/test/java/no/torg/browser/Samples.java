package no.torg.browser;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import no.torg.web.Frame;
import no.torg.web.Language;
import no.torg.web.MenuItem;
import no.torg.web.MenuItem.Place;
import no.torg.web.Messages;
import no.torg.web.Page;
import no.torg.web.Scheme;
import no.torg.web.Viewer;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;

/** Sample records for every page, in the world of the look: Friday 20 November 2026, 12.12, at Fjordvik and Solheim. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-20T11:12:00Z");
    private static final Messages MESSAGES = new Messages(true);
    private static final Map<String, Function<Frame, Page>> PAGES = new TreeMap<>();

    static {
        PortalSamples.add(PAGES);
        CatalogSamples.add(PAGES);
        CaseSamples.add(PAGES);
        FormSamples.add(PAGES);
        WorkSamples.add(PAGES);
        PeopleSamples.add(PAGES);
    }

    private Samples() {}

    static List<String> names() {
        return List.copyOf(PAGES.keySet());
    }

    static Page page(String name, Frame frame) {
        return PAGES.getOrDefault(name, ignored -> PeopleSamples.notFound(frame)).apply(frame);
    }

    static Frame frame(Language language, Scheme scheme, String name) {
        var words = new Words(MESSAGES, language, ZoneId.of("Europe/Oslo"), NOW);
        var solheim = name.contains("solheim");
        var menu = List.of(new MenuItem(Place.PORTAL, 10, "portal.menu.services", "/services", "Books"),
            new MenuItem(Place.PORTAL, 20, "portal.menu.me", "/me", "Person"), new MenuItem(Place.PERSON, 10, "portal.menu.me", "/me", "Person"),
            new MenuItem(Place.WORK, 10, "portal.menu.services", "/", "House"));
        return new Frame(solheim ? "Solheim kommune" : "Fjordvik universitet", solheim ? "solheim" : "fjordvik",
            Map.of("address", "Studentservice, Strandgata 12", "hours", "Åpent mandag–fredag 9–15", "phone", "Telefon 55 01 23 00"),
            words, viewer(name), "/" + name, null, scheme, menu, () -> 2);
    }

    private static @Nullable Viewer viewer(String name) {
        if (name.startsWith("people") || name.contains("stranger")) return null;
        var who = name.startsWith("work") ? "Kari Lunde" : "Ingrid Hauge";
        return new Viewer() {
            @Override
            public String name() {
                return who;
            }

            @Override
            public Optional<Language> language() {
                return Optional.empty();
            }

            @Override
            public boolean hasWork() {
                return who.startsWith("Kari");
            }
        };
    }
}
