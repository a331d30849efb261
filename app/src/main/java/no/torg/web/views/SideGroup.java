package no.torg.web.views;

import java.util.List;

/** Links under a heading in the side of the work pages. */
public record SideGroup(String title, List<SideLink> links) {
    /** Whether one of the links leads there. */
    public boolean leadsTo(String href) {
        return links.stream().anyMatch(link -> link.href().equals(href));
    }
}
