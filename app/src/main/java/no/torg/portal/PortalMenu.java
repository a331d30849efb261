package no.torg.portal;

import java.util.List;
import no.torg.web.MenuItem;
import no.torg.web.MenuItem.Place;
import no.torg.web.MenuItems;
import no.torg.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The portal's own places in the menus; the way to the work pages only for those who work there. */
@Component
class PortalMenu implements MenuItems {
    private static final MenuItem SERVICES = new MenuItem(Place.PORTAL, 10, "portal.menu.services", "/services", "Books");
    private static final MenuItem ME = new MenuItem(Place.PORTAL, 20, "portal.menu.me", "/me", "Person");
    private static final MenuItem MY_PAGE = new MenuItem(Place.PERSON, 10, "portal.menu.me", "/me", "Person");
    private static final MenuItem WORK = new MenuItem(Place.PERSON, 20, "portal.menu.work", "/work", "Inbox");
    private static final MenuItem PORTAL = new MenuItem(Place.WORK, 10, "portal.menu.portal", "/", "House");
    private static final MenuItem CASES = new MenuItem(Place.WORK, 15, "portal.menu.work", "/work", "Inbox");

    @Override
    public List<MenuItem> items(@Nullable Viewer viewer) {
        if (viewer == null) return List.of(SERVICES);
        return viewer.hasWork() ? List.of(SERVICES, ME, MY_PAGE, WORK, PORTAL, CASES) : List.of(SERVICES, ME, MY_PAGE, PORTAL);
    }
}
