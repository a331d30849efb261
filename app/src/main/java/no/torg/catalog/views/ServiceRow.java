package no.torg.catalog.views;

import org.jspecify.annotations.Nullable;

/**
 * A service in a list.
 *
 * @param usual how long nine of ten wait, in words ("2 arbeidsdager"); null when too few have asked to say
 */
public record ServiceRow(String slug, String name, String summary, @Nullable String usual) {}
