package no.torg.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server makes of the answers given to a form. Paths are keys, and {@code list.0.key} inside rows.
 *
 * @param shown the keys that are asked, in the order of the form
 * @param visible the ids of all pieces that are shown; inside rows {@code list.0.id}
 * @param errors what is wrong, by path; keys that the form does not have or does not ask stand last
 * @param stored the right answers as they are kept: text, Long, BigDecimal, Boolean, lists and maps; dates as ISO text; what is hidden is not there
 * @param answers the answers as FEEL sees them, null where there is none
 * @param raw what was given, for showing it again
 * @param limits the earliest and latest date or time of dates, as ISO text, by path
 * @param picks whom the pickers' answers were found to be, or may be, by path
 */
public record Evaluation(List<String> shown, Set<String> visible, Map<String, AnswerError> errors, Map<String, Object> stored,
    Map<String, @Nullable Object> answers, Map<String, ?> raw, Map<String, Limits> limits, Map<String, List<Directory.Pick>> picks) {

    /** The earliest and latest that is accepted, as ISO text; empty if there is no limit. */
    public record Limits(String min, String max) {}

    /** True if the answers may be sent. */
    public boolean isRight() {
        return errors.isEmpty();
    }
}
