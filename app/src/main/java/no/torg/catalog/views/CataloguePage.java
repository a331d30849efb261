package no.torg.catalog.views;

import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Tab;

/**
 * The services of an audience, by topic.
 *
 * @param audience id of the current audience, sent along when the filters are
 * @param asked what was written in the search field
 * @param chosen the chosen filters, each with the address without it
 * @param found how many services the filters leave
 */
public record CataloguePage(Frame frame, List<Tab> audiences, String audience, String asked, List<Filter> topics, List<Filter> kinds,
                            List<Chosen> chosen, List<ServiceGroup> groups, int found) {
    /** A value to filter by, and how many services it has. */
    public record Filter(String value, String label, int count, boolean chosen) {}

    /** A chosen filter, and the address without it. */
    public record Chosen(String label, String without) {}

    /** The services of a topic. */
    public record ServiceGroup(String id, String topic, List<ServiceRow> services) {}
}
