package no.torg.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import no.torg.metrics.Spread;
import org.jspecify.annotations.Nullable;

/**
 * How the time to resolve is spread for like cases: of one service at each team, all priorities and each by itself. Only where there are at
 * least 20.
 */
public record Treatment(LocalDate from, LocalDate to, List<LikeCases> groups, List<LikeCases> byPriority) {

    /**
     * The cases of a service that a team resolved; minutes of working time.
     *
     * @param priority null for all
     */
    public record LikeCases(String service, String serviceName, @Nullable String priority, UUID team, String teamName, long count, Spread spread) {

        boolean isLike(LikeCases other) {
            return service.equals(other.service) && (priority == null ? other.priority == null : priority.equals(other.priority));
        }
    }
}
