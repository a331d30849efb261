package no.torg.web.views;

import org.jspecify.annotations.Nullable;

/**
 * A link in the side of the work pages.
 *
 * @param count how many wait there, as it is shown ("1 000+"); null for none
 * @param urgent whether the count is bad news
 */
public record SideLink(String text, String href, String icon, @Nullable String count, boolean urgent, boolean current) {}
