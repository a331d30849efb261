package no.torg.migration.views;

import java.util.List;
import no.torg.web.Frame;

/**
 * Imports: a new one, and those there have been.
 *
 * @param sent what was sent and what is wrong with it
 */
public record ImportsPage(Frame frame, Sent sent, List<Row> rows) {
    /** Who was to own the cases, and what is wrong with what was sent, a sentence each; those about the mapping are English. */
    public record Sent(String owner, List<String> problems, List<String> mapping) {
        /** Nothing is wrong. */
        public static Sent of(String owner) {
            return new Sent(owner, List.of(), List.of());
        }
    }

    /** An import there has been, or a trial. */
    public record Row(String href, String file, String when, String state, long rows, long rejected) {}
}
