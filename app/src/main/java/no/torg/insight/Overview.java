package no.torg.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import no.torg.insight.ServiceFigures.Age;
import no.torg.insight.ServiceFigures.Step;
import no.torg.insight.ServiceFigures.Times;
import org.jspecify.annotations.Nullable;

/**
 * What all that one may count came to in a period, as the page, the files and the API all tell it.
 *
 * @param before the same of as many days right before
 * @param flows  the largest first
 */
public record Overview(LocalDate from, LocalDate to, @Nullable UUID unit, @Nullable String service, @Nullable UUID team, Outcome total, Outcome before,
        List<Step> steps, List<ServiceOutcome> services, List<TeamOutcome> teams, List<Flow> flows, List<Arrival> arrivals, List<ChannelCount> channels,
        List<Age> ages) {

    boolean isQuiet() {
        return total.isQuiet();
    }

    /**
     * What it came to. Hand-overs count for the team that handed away, returns for the team the case came back to.
     *
     * @param open when the last day ended
     */
    public record Outcome(long opened, long resolved, long reopened, long handedOver, long returned, long open, Times firstReply, Times resolution) {

        /** Whether nothing happened; cases may have lain open. */
        boolean isQuiet() {
            return opened + resolved + reopened + handedOver + returned + firstReply.count() == 0;
        }

        boolean isEmpty() {
            return opened + resolved + reopened + handedOver + returned + open + firstReply.count() == 0;
        }
    }

    /** What a service came to; {@code service} is its address. */
    public record ServiceOutcome(String service, String name, Outcome outcome) {
    }

    /** What a team came to. */
    public record TeamOutcome(UUID team, String name, Outcome outcome) {
    }

    /** How often cases were handed from one team to another. */
    public record Flow(UUID from, String fromName, UUID to, String toName, long count) {
    }

    /** How many cases were opened on a day of the week (1 is Monday) in an hour of the day (0 to 23). */
    public record Arrival(int weekday, int hour, long count) {
    }

    /** How many cases were opened through a channel. */
    public record ChannelCount(String channel, long count) {
    }
}
