package no.torg.migration.views;

import java.util.List;
import no.torg.web.Frame;
import no.torg.web.views.Crumb;
import no.torg.web.views.Pager;

/**
 * How far an import has come, and what it could not read.
 *
 * @param under whether it goes on still
 * @param unowned whether it is done and nobody owns the service that its cases are of
 * @param share how many of a hundred records have been taken over
 */
public record ImportPage(Frame frame, List<Crumb> crumbs, String file, String state, boolean under, boolean unowned, int share, String href, List<Figure> figures,
                         List<Unmapped> unmapped, List<Rejected> rejected, Pager pager) {
    /** A number and what it is of. */
    public record Figure(String name, long n) {}

    /** A value that the mapping does not name. */
    public record Unmapped(String field, String value, long n) {}

    /** A record that cannot be read. */
    public record Rejected(long n, String problem, String line) {}
}
