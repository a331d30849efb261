package no.torg.insight;

import java.util.List;

import no.torg.people.SeenActor;
import no.torg.web.MenuItem;
import no.torg.web.MenuItem.Place;
import no.torg.web.MenuItems;
import no.torg.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way to the figures, for those who may see any. */
@Component
class InsightMenu implements MenuItems {

    private static final MenuItem INSIGHT = new MenuItem(Place.WORK, 20, "insight.menu.insight", "/insight", "LineGraph");

    @Override
    public List<MenuItem> items(@Nullable Viewer viewer) {
        return viewer instanceof SeenActor seen && seen.actor().seesFigures() ? List.of(INSIGHT) : List.of();
    }
}
