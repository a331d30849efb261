package no.torg.migration.views;

import java.util.List;
import no.torg.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Imports: a new one, and those there have been.
 *
 * @param problems what is wrong with what was sent, a sentence each
 * @param trial what a trial reading came to; null before one
 */
public record ImportsPage(Frame frame, List<String> problems, @Nullable Trial trial, List<Row> rows) {
    /** An import there has been. */
    public record Row(String href, String file, String when, String state, long rows, long rejected) {}

    /** A trial reading: how many records, the first of them as they would come in, and what is wrong. */
    public record Trial(long read, long rejected, int most, List<First> first, List<ImportPage.Rejected> problems, List<ImportPage.Unmapped> unmapped) {}

    /** A record as it would come in. */
    public record First(String number, String title, String at, String state, String team) {}
}
