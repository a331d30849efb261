package no.torg.cases.requests.views;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.torg.forms.views.FieldView;
import no.torg.forms.views.FileLimits;
import no.torg.forms.views.PageView;
import no.torg.web.Frame;
import no.torg.web.views.Attachment;
import no.torg.web.views.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A page of the form by which a service is asked for, or the last look before it is sent. Buttons send {@code go}: next, previous, send,
 * discard; add:PATH and remove:PATH.ROW for rows; clear:PATH for a picker; drop:PATH:FILE for a file.
 *
 * @param slug the service's, part of every address of the form
 * @param kind inquiry, incident, order …: decides what the last button says
 * @param steps the pages and the last look; one alone is not shown
 * @param page what is asked on this page; null for the last look
 * @param review what was answered on each page; empty but for the last look
 * @param last whether this page is sent rather than followed by another
 * @param files the files given so far, by the value that stands for them
 * @param limits what is said of files that are taken
 * @param once a key that makes a second sending the same case
 * @param savedAt when the draft was saved; null before
 * @param deletedAt when an unsent draft is deleted
 * @param checked whether the answers have been looked at, and so are whenever they are kept
 */
public record FormPage(Frame frame, String slug, String service, String kind, List<FormStep> steps, @Nullable PageView page, List<Reviewed> review,
                       boolean last, Map<String, Attachment> files, FileLimits limits, String once, @Nullable Instant savedAt, @Nullable Instant deletedAt, boolean checked) {
    /** A step of the form; the address is null for those still ahead. */
    public record FormStep(String title, @Nullable String href, boolean done, boolean current) {}

    /** A page's answers, and where to change them. */
    public record Reviewed(String title, String href, List<Line> lines) {
        /** A question and what was answered, both in words. */
        public record Line(String question, String answer) {}
    }

    /** What this page is called: the form's page's own title, else the service's. */
    public String title() {
        if (page == null) return frame.words().say("cases.form.review");
        return page.title().isBlank() ? service : page.title();
    }

    /** Where in the steps this page is, from 1. */
    public int nth() {
        for (var i = 0; i < steps.size(); i++) if (steps.get(i).current()) return i + 1;
        return 1;
    }

    /** What is wrong on the page, in the order of its fields. */
    public List<FieldError> errors() {
        return page == null ? List.of() : page.fields().stream().flatMap(this::errors).toList();
    }

    private Stream<FieldError> errors(FieldView field) {
        var own = field.error() == null ? Stream.<FieldError>of() : Stream.of(new FieldError(field.id(), named(field.label()) + field.error().text(frame.words()::say)));
        var inner = Stream.concat(field.fields().stream(), field.rows().stream().flatMap(row -> row.fields().stream()));
        return Stream.concat(own, inner.flatMap(this::errors));
    }

    private static String named(String label) {
        return label.endsWith("?") || label.endsWith(".") || label.endsWith(":") ? label + " " : label + ": ";
    }
}
