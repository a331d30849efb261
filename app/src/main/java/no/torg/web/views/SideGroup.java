package no.torg.web.views;

import java.util.List;

/** Links under a heading in the side of the work pages. */
public record SideGroup(String title, List<SideLink> links) {}
