package no.torg.migration;

import java.util.List;
import java.util.stream.Stream;

import no.torg.people.SeenActor;
import no.torg.web.MenuItem;
import no.torg.web.MenuItem.Place;
import no.torg.web.MenuItems;
import no.torg.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way to imports, for administrators. */
@Component
class ImportMenu implements MenuItems {

    private static final List<MenuItem> IMPORTS = Stream.of(Place.PERSON, Place.WORK).map(place -> new MenuItem(place, 40, "migration.menu.imports", "/imports", "InboxDown")).toList();

    @Override
    public List<MenuItem> items(@Nullable Viewer viewer) {
        return viewer instanceof SeenActor seen && seen.actor().administrates() ? IMPORTS : List.of();
    }
}
