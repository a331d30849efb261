package no.torg.cases.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.cases.AnswersInWords;
import no.torg.cases.requests.Filling.Shown;
import no.torg.cases.requests.views.FormPage;
import no.torg.cases.requests.views.FormPage.FormStep;
import no.torg.cases.requests.views.FormPage.Reviewed;
import no.torg.files.FilesSettings;
import no.torg.forms.views.AnswersView.AnswerView;
import no.torg.forms.views.FileLimits;
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
    private final AnswersInWords answers;

    FormPages(Filling filling, FilesSettings files, AnswersInWords answers) {
        this.filling = filling;
        this.files = files;
        this.answers = answers;
    }

    /** The page asked for; the last look where {@code page} is null. */
    FormPage page(Actor actor, Frame frame, Shown shown, @Nullable PageView page, @Nullable String once, @Nullable Instant savedAt) {
        var definition = shown.service().definition();
        var several = shown.view().pages().size() > 1;
        var attached = filling.files(actor, shown);
        var words = frame.words();
        return new FormPage(frame, definition.slug(), definition.texts(words.language().code()).name(), definition.kind().code(),
                several ? steps(words, shown, page) : List.of(), page, page == null ? review(words, shown, attached) : List.of(), page == null || !several,
                attached, limits(words), once == null ? UUID.randomUUID().toString() : once, savedAt, savedAt == null ? null : savedAt.plus(KEPT), shown.checked());
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

    private List<Reviewed> review(Words words, Shown shown, Map<String, Attachment> attached) {
        var names = attached.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
        return answers.of(words, shown.service().definition(), shown.outcome().evaluation().stored(), names).stream()
                .map(page -> new Reviewed(page.title(), address(shown, page.id()), page.answers().stream().flatMap(FormPages::lines).toList())).toList();
    }

    private static Stream<Reviewed.Line> lines(AnswerView answer) {
        return answer.rows().isEmpty() ? Stream.of(new Reviewed.Line(answer.question(), answer.answer()))
                : answer.rows().stream().flatMap(List::stream).flatMap(FormPages::lines);
    }

    private FileLimits limits(Words words) {
        var size = words.size(files.maxSize().toBytes());
        return new FileLimits(words.say("cases.form.limits", files.maxPerMessage(), size), size);
    }

    static String address(Shown shown, String page) {
        return "/services/" + shown.service().definition().slug() + "/requests/new?page=" + page;
    }
}
