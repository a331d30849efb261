package no.torg.portal;

import java.util.ArrayList;
import java.util.List;

import no.torg.web.MenuItem;
import no.torg.web.MenuItem.Place;
import no.torg.web.MenuItems;
import no.torg.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The portal's links: services for all, one's own page for those who are signed in, the work pages for those who work with cases. */
@Component
class PortalMenu implements MenuItems {

    @Override
    public List<MenuItem> items(@Nullable Viewer viewer) {
        var items = new ArrayList<MenuItem>();
        items.add(new MenuItem(Place.PORTAL, 10, "portal.menu.services", "/services", "Grid"));
        items.add(new MenuItem(Place.WORK, 10, "portal.menu.portal", "/", "House"));
        if (viewer != null) {
            items.add(new MenuItem(Place.PORTAL, 20, "portal.menu.me", "/me", "Person"));
            items.add(new MenuItem(Place.PERSON, 10, "portal.menu.me", "/me", "Person"));
        }
        if (viewer != null && viewer.hasWork()) {
            items.add(new MenuItem(Place.PORTAL, 30, "portal.menu.work", "/work", "Inbox"));
            items.add(new MenuItem(Place.PERSON, 20, "portal.menu.work", "/work", "Inbox"));
        }
        return items;
    }
}
