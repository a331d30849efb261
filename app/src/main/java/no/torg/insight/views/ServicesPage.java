package no.torg.insight.views;

import java.util.List;
import no.torg.web.Frame;

/** The services that somebody may see the figures of. */
public record ServicesPage(Frame frame, List<Row> rows) {
    /** A service with what came in over the last 30 days and what is open. */
    public record Row(String service, String href, long opened, long open) {}
}
