package no.torg.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The volume of the coming weeks, or why none is told.
 *
 * @param weeks  how many whole weeks it was told from
 * @param method null where nothing is told
 * @param test   null where there were too few weeks
 */
public record Forecast(Verdict verdict, int weeks, @Nullable String method, List<Coming> coming, @Nullable BackTest test) {

    /** Told; too short a history; or not better than what anybody would guess. */
    public enum Verdict {
        TOLD, SHORT, UNBEATEN;

        /** As it stands in answers. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A coming week from Monday; four of five are expected to lie from {@code low} to {@code high}. */
    public record Coming(LocalDate week, long expected, long low, long high) {
    }

    /**
     * How it told weeks that have been, from what was known before them: mean absolute errors in cases a week.
     *
     * @param forecasts how many it was tested by
     * @param lastWeek  of "as last week"
     * @param lastYear  of "as the same week last year"
     * @param coverage  the share that fell within the interval
     */
    public record BackTest(int forecasts, double model, double lastWeek, double lastYear, double coverage) {
    }
}
