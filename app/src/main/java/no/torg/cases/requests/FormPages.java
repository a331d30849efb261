package no.torg.cases.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.cases.AnswersInWords;
import no.torg.cases.requests.Filling.Shown;
import no.torg.cases.requests.views.FormPage;
import no.torg.cases.requests.views.FormPage.FormStep;
import no.torg.cases.requests.views.FormPage.Reviewed;
import no.torg.files.FilesSettings;
import no.torg.forms.views.FieldView;
import no.torg.forms.views.PageView;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Words;
import no.torg.web.views.Attachment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages of a form, and the last look at all of it, ready for the template. */
@Component
class FormPages {

    /** How long a draft is kept after it was saved last. */
    static final Duration KEPT = Duration.ofDays(30);

    private final Filling filling;
    private final FilesSettings files;

    FormPages(Filling filling, FilesSettings files) {
        this.filling = filling;
        this.files = files;
    }

    /** The page asked for; the last look where {@code page} is null. */
    FormPage page(Actor actor, Frame frame, Shown shown, @Nullable PageView page, @Nullable String once, @Nullable Instant savedAt) {
        var definition = shown.service().definition();
        var several = shown.view().pages().size() > 1;
        var attached = filling.files(actor, shown);
        var words = frame.words();
        return new FormPage(frame, definition.slug(), definition.texts(words.language().code()).name(), definition.kind().code(),
                several ? steps(words, shown, page) : List.of(), page, page == null ? review(words, shown, attached) : List.of(), page == null || !several,
                attached, limits(words), once == null ? UUID.randomUUID().toString() : once, savedAt, savedAt == null ? null : savedAt.plus(KEPT), null);
    }

    private static List<FormStep> steps(Words words, Shown shown, @Nullable PageView current) {
        var here = current == null ? shown.view().pages().size() : shown.indexOf(current);
        var steps = new ArrayList<FormStep>();
        for (int i = 0; i < shown.view().pages().size(); i++) {
            var page = shown.view().pages().get(i);
            steps.add(new FormStep(page.title(), i < here ? address(shown, page.id()) : null, i < here, i == here));
        }
        steps.add(new FormStep(words.say("cases.form.review"), null, false, current == null));
        return steps;
    }

    private static List<Reviewed> review(Words words, Shown shown, Map<String, Attachment> attached) {
        return shown.view().pages().stream()
                .map(page -> new Reviewed(page.title(), address(shown, page.id()), lines(words, page.fields(), attached)))
                .filter(reviewed -> !reviewed.lines().isEmpty()).toList();
    }

    /** Every question that was asked and answered, with the answer in words. */
    static List<Reviewed.Line> lines(Words words, List<FieldView> fields, Map<String, Attachment> attached) {
        var lines = new ArrayList<Reviewed.Line>();
        for (var field : fields) {
            lines.addAll(lines(words, field.fields(), attached));
            field.rows().forEach(row -> lines.addAll(lines(words, row.fields(), attached)));
            var answer = answer(words, field, attached);
            if (!answer.isEmpty()) {
                lines.add(new Reviewed.Line(field.label(), answer));
            }
        }
        return lines;
    }

    private static String answer(Words words, FieldView field, Map<String, Attachment> attached) {
        return field.kind() == FieldView.Kind.FILES
                ? field.values().stream().filter(attached::containsKey).map(id -> attached.get(id).name()).collect(Collectors.joining(", "))
                : AnswersInWords.answer(words, field);
    }

    private String limits(Words words) {
        return words.say("cases.form.limits", files.maxPerMessage(), words.size(files.maxSize().toBytes()));
    }

    static String address(Shown shown, String page) {
        return "/services/" + shown.service().definition().slug() + "/requests/new?page=" + page;
    }
}
