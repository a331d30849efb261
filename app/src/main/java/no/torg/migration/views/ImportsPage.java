package no.torg.migration.views;

import java.util.List;
import no.torg.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Imports: a new one, and those there have been.
 *
 * @param sent what was sent and what is wrong with it
 * @param trial what a trial reading came to; null before one
 */
public record ImportsPage(Frame frame, Sent sent, @Nullable Trial trial, List<Row> rows) {
    /** Who was to own the cases, and what is wrong with what was sent, a sentence each; those about the mapping are English. */
    public record Sent(String owner, List<String> problems, List<String> mapping) {
        /** Nothing is wrong. */
        public static Sent of(String owner) {
            return new Sent(owner, List.of(), List.of());
        }
    }

    /** An import there has been. */
    public record Row(String href, String file, String when, String state, long rows, long rejected) {}

    /** A trial reading: how many records, the first of them as they would come in, and what is wrong. */
    public record Trial(long read, long rejected, int most, List<First> first, List<ImportPage.Rejected> problems, List<ImportPage.Unmapped> unmapped) {}

    /** A record as it would come in. */
    public record First(String number, String title, String at, String state, String team) {}
}
