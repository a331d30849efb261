package no.torg.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a service came to in a period, as the page, the file and the API all tell it.
 *
 * @param team   the only team counted; null for all that the reader may count
 * @param before how many were open when the period began
 * @param open   how many are open now
 */
public record ServiceFigures(String service, LocalDate from, LocalDate to, @Nullable UUID team, long before, long open, Line total, List<Step> steps,
        List<Line> teams, List<Age> ages) {

    /** Whether nothing happened; cases may have lain open. */
    boolean isQuiet() {
        return total.opened() + total.resolved() + total.reopened() + total.firstReply().count() == 0;
    }

    /** What happened in some of the period's days; {@code open} is when the last of them ended. */
    public record Step(LocalDate from, LocalDate to, long opened, long resolved, long open) {
    }

    /** What a team came to, or all; of all team and name are null. */
    public record Line(@Nullable UUID team, @Nullable String name, long opened, long reopened, long resolved, Times firstReply, Times resolution) {
    }

    /**
     * How long it took, in minutes of working time since the case was opened, each ending counted.
     *
     * @param ninetieth what nine of ten did not exceed
     * @param inTime    how many were within the target they had; with late not all, for some have none
     */
    public record Times(long count, double median, int ninetieth, long inTime, long late) {

        /** The share that was within its target, of those that had one; null where none had. */
        public @Nullable Double share() {
            return inTime + late == 0 ? null : (double) inTime / (inTime + late);
        }
    }

    /** The cases open now that were opened on these days. */
    public record Age(LocalDate from, LocalDate to, long count) {
    }
}
