package no.torg.migration.views;

import java.util.List;
import no.torg.migration.views.ImportsPage.Sent;
import no.torg.web.Frame;
import no.torg.web.views.Crumb;
import no.torg.web.views.Pager;
import org.jspecify.annotations.Nullable;

/**
 * How far an import or a trial has come, what came of it, and what it could not read.
 *
 * @param progress null when it has ended
 * @param outcome  null until it has ended
 * @param unowned  whether it is done and nobody owns the service that its cases are of
 * @param start    of a trial whose file can be imported, who is to own the cases; else null
 * @param first    of a trial, the first records as they would come in
 */
public record ImportPage(Frame frame, List<Crumb> crumbs, String file, String state, boolean trial, String href, @Nullable Progress progress, @Nullable Outcome outcome,
                         boolean unowned, @Nullable Sent start, List<Figure> figures, List<First> first, Found found) {
    /** What is being done; {@code share} is how many of a hundred, null where that is not known. */
    public record Progress(String what, @Nullable Integer share) {}

    /** What it came to, as a sentence. */
    public record Outcome(String color, String text) {}

    /** A number and what it is of, with where its records are; null where they are not shown. */
    public record Figure(String name, long n, @Nullable String href) {}

    /** A record as it would come in. */
    public record First(String number, String title, String at, String state, String team) {}

    /**
     * What was found.
     *
     * @param more how many values there are besides
     * @param all  how many records cannot be read, of which some are shown
     * @param csv  all of them with what is wrong
     * @param log  all of them as they stand under their header, to be corrected and sent again
     */
    public record Found(List<Unmapped> unmapped, int more, List<Rejected> rejected, long all, String csv, String log, Pager pager) {}

    /** A value that the mapping does not name. */
    public record Unmapped(String field, String value, long n) {}

    /** A record that cannot be read. */
    public record Rejected(long n, String problem, String line) {}
}
