package no.torg.catalog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import no.torg.forms.Evaluation;
import no.torg.forms.Forms;
import no.torg.forms.views.ErrorView;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a request.
 *
 * @param evaluation what the form makes of the answers
 * @param broken the ids of broken checks, by the path of the fields where their text stands
 * @param decision what the case needs; {@code null} if something is wrong
 */
public record Outcome(Evaluation evaluation, Map<String, String> broken, @Nullable Decision decision) {

    /**
     * What a case needs to be opened.
     *
     * @param slot whose team answers
     * @param priority 1 to 5
     * @param titleArgs what filled the title, as JSON values
     * @param titles the title in each language
     * @param firstReplyBy when the team must have answered; the case's first due time
     * @param resolveBy when it must be resolved
     * @param promised what the requester is told
     */
    public record Decision(String slot, Impact impact, Urgency urgency, int priority, String titleKey, Map<String, Object> titleArgs,
        Map<String, String> titles, Instant firstReplyBy, Instant resolveBy, Instant promised) {}

    /** True if the case may be opened. */
    public boolean isRight() {
        return decision != null;
    }

    /** Every error by path: codes of the form, and ids of broken checks. */
    public Map<String, String> codes() {
        var codes = new LinkedHashMap<String, String>();
        evaluation.errors().forEach((path, error) -> codes.put(path, error.code()));
        codes.putAll(broken);
        return codes;
    }

    /** Every error by path for a page in the texts' language. */
    public Map<String, ErrorView> errors(ServiceTexts texts) {
        var errors = new LinkedHashMap<>(Forms.errors(evaluation, texts.language()));
        broken.forEach((path, check) -> errors.put(path, ErrorView.worded(texts.checks().getOrDefault(check, check))));
        return errors;
    }
}
