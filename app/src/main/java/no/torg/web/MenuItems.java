package no.torg.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seam: what a module puts in the frame's menus. */
public interface MenuItems {
    /** The links for a viewer, null for a stranger. */
    List<MenuItem> items(@Nullable Viewer viewer);
}
